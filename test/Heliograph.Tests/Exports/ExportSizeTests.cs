using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Exports;
using Heliograph.Ledger;

namespace Heliograph.Tests.Exports;

/// <summary>What an export says of its size before it is made.</summary>
public class ExportSizeTests
{
    private static readonly ExportOptions Usual = new() { FirstRead = _ => Exported.FirstRead };

    public static TheoryData<string> Names => [.. Export.Formats.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Tells_to_the_byte_what_is_written_then(string name)
    {
        var exported = Exported.As(name);

        var size = Export.Measure(Export.Find(name)!, InventedLedger.All, Usual);

        Assert.Equal((exported.Files.Values.Sum(file => (long)file.Length), exported.Counts.ToString(), true), (size.Bytes, size.Counts.ToString(), size.IsExact));
        Assert.Equal(exported.Counts.Written, size.Rows);
    }

    [Fact]
    public void Counts_all_formats_at_once_where_the_sample_is_the_whole()
    {
        var sizes = Export.Measure(Export.Formats, new(InventedLedger.All, InventedLedger.All.Sum(told => told.Entries.Length)), Usual);

        Assert.Equal(Export.Formats.Select(format => Export.Measure(format, InventedLedger.All, Usual).ToString()), sizes.Select(size => size.ToString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reckons_from_a_sample_about_what_is_written_then(string name)
    {
        var all = Enumerable.Range(0, 200).Select(Numbered).ToImmutableArray();
        var sample = all.Where((_, i) => i % 8 == 3).ToImmutableArray();
        var exact = Export.Measure(Export.Find(name)!, all, Usual);

        var about = Assert.Single(Export.Measure([Export.Find(name)!], new(sample, all.Sum(told => told.Entries.Length)), Usual));

        Assert.False(about.IsExact);
        Assert.StartsWith("about ", about.ToString(), StringComparison.Ordinal);
        Assert.InRange(about.Rows, exact.Rows * 0.95, exact.Rows * 1.05);
        Assert.InRange(about.Bytes, exact.Bytes * 0.9, exact.Bytes * (name == "parquet" ? 1.5 : 1.1));
        Assert.Matches("^[1-9][0-9]?0*$", about.Bytes.ToString(System.Globalization.CultureInfo.InvariantCulture)); // two figures
    }

    [Fact]
    public void Tells_nothing_of_nothing()
    {
        foreach (var size in Export.Measure(Export.Formats, new([], 0), Usual)) Assert.Equal((0, true), (size.Rows, size.IsExact));
    }

    [Theory]
    [InlineData(0, "0 bytes"), InlineData(1, "1 byte"), InlineData(999, "999 bytes"), InlineData(1_000, "1.0 kB"), InlineData(9_949, "9.9 kB")]
    [InlineData(9_951, "10 kB"), InlineData(999_499, "999 kB"), InlineData(999_500, "1.0 MB"), InlineData(85_000_000, "85 MB"), InlineData(2_400_000_000, "2.4 GB")]
    public void Says_bytes_as_people_do(long bytes, string said) => Assert.Equal(said, ExportSize.Size(bytes));

    [Fact]
    public void Says_one_row_of_one() =>
        Assert.Equal("1 row, 12 bytes", new ExportSize { Format = Export.Formats[0], Counts = new(1, []), Bytes = 12, IsExact = true }.ToString());

    // Reports of different lengths, each its own text
    private static ReportEntries Numbered(int number)
    {
        var told = InventedLedger.All[0];
        var more = string.Concat(Enumerable.Repeat($"\n\nReport {number} adds a line of its own.", 1 + number % 5));
        var report = new Report(told.Report.Text + more) { Input = $"r{number}", Title = told.Report.Title, TitleSpan = told.Report.TitleSpan, Outlet = told.Report.Outlet, Published = told.Report.Published, Url = told.Report.Url };
        using var lines = new EntryJson(told.Report);
        var reader = new EntryJsonReader(report);
        return new(report, [.. told.Entries.Select(entry =>
        {
            var line = new System.Buffers.ArrayBufferWriter<byte>();
            lines.Write(line, entry);
            var json = System.Text.Encoding.UTF8.GetString(line.WrittenSpan).Replace("5a", $"{number:x2}", StringComparison.Ordinal).Replace(told.Report.Id, report.Id, StringComparison.Ordinal);
            return reader.Read(System.Text.Encoding.UTF8.GetBytes(json));
        })]);
    }
}
