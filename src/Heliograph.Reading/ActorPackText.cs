using Heliograph.Actors;

namespace Heliograph.Reading;

/// <summary>Takes a pack as it is.</summary>
public static class ActorPackText
{
    /// <summary>The pack with its problems.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="text">What stands in it.</param>
    public static ImportedActors Of(string file, string text)
    {
        var rows = text.ReplaceLineEndings("\n").TrimStart('\uFEFF');
        return new(rows, RegisterPack.Read([(file, rows)]).Problems, rows.Split('\n').Count(line => line.Contains('\t', StringComparison.Ordinal)), 0, "nothing");
    }
}
