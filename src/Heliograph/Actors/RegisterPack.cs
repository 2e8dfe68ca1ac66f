using System.Collections.Immutable;

namespace Heliograph.Actors;

/// <summary>Files of the register's format, read and not yet joined to a register.</summary>
public sealed class RegisterPack
{
    private RegisterPack(RegisterTables tables) => Tables = tables;

    /// <summary>What is wrong with the files; empty where every row could be read.</summary>
    public ImmutableArray<RegisterProblem> Problems => [.. Tables.Problems];

    internal RegisterTables Tables { get; }

    /// <summary>Reads the files of a pack.</summary>
    /// <param name="files">Name and text of each; the name is for messages.</param>
    public static RegisterPack Read(IEnumerable<(string File, string Text)> files)
    {
        var tables = new RegisterTables();
        var text = new RegisterText(tables);
        foreach (var (file, content) in files) text.Read(file, content);
        return new(tables);
    }
}
