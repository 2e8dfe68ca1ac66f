using System.Text;

namespace Heliograph.Benchmarks;

/// <summary>What every stage is measured on: the project's samples.</summary>
internal static class Samples
{
    /// <summary>Their texts, in ordinal order of their names.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        .. typeof(Samples).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read),
    ];

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Samples).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
