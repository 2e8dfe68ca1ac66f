using System.Text;
using Heliograph.Exports;

namespace Heliograph.Tests.Exports;

/// <summary>An export kept in memory.</summary>
internal sealed class Exported
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public required ExportCounts Counts { get; init; }

    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>When the reports without a day were first read.</summary>
    public static readonly DateTimeOffset FirstRead = new(2031, 6, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The invented ledger in a format.</summary>
    public static Exported As(string format, bool all = false, IEnumerable<ReportEntries>? reports = null) =>
        As(format, new ExportOptions { All = all, FirstRead = _ => FirstRead }, reports);

    /// <summary>Reports in a format; the invented ledger where none are given.</summary>
    public static Exported As(string format, ExportOptions options, IEnumerable<ReportEntries>? reports = null)
    {
        var open = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        var counts = Export.Write(Export.Find(format)!, reports ?? InventedLedger.All, name => open[name] = new(), options);
        var exported = new Exported { Counts = counts };
        foreach (var (name, stream) in open) exported._files.Add(name, stream.ToArray());
        return exported;
    }

    /// <summary>The text of a file; of the only one, where none is named.</summary>
    public string Text(string? file = null) => Encoding.UTF8.GetString(file is null ? Assert.Single(_files).Value : _files[file]);

    /// <summary>The lines of a file, without the line feed that ends each.</summary>
    public string[] Lines(string? file = null) => Text(file).Split('\n')[..^1];

    /// <summary>All files one below the other, each below its name, and the counts; what is said of their columns is looked at on its own.</summary>
    public string Shown() => string.Concat(_files.Keys.Where(file => file != "datapackage.json").Select(file => $"=== {file}\n{Text(file)}\n")) + $"=== {Counts}\n";
}
