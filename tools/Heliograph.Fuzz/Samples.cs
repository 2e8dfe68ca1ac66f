using System.Text;

namespace Heliograph.Fuzz;

/// <summary>The invented reports that inputs begin as.</summary>
internal static class Samples
{
    private const int LongestPiece = 3_000; // bytes; enough for all that a report does, and many of them a second

    private static readonly byte[][] All = [.. typeof(Samples).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("samples/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Bytes)];

    /// <summary>A piece of one of them.</summary>
    public static byte[] Piece(Random random)
    {
        var sample = All[random.Next(All.Length)];
        var start = random.Next(sample.Length / 2);
        return sample[start..Math.Min(sample.Length, start + random.Next(1, LongestPiece))];
    }

    /// <summary>A piece as text; what was cut in half is U+FFFD.</summary>
    public static string Text(Random random) => Encoding.UTF8.GetString(Piece(random));

    private static byte[] Bytes(string name)
    {
        using var stream = typeof(Samples).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
