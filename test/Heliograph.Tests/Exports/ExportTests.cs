using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Heliograph.Exports;
using Heliograph.Ledger;

namespace Heliograph.Tests.Exports;

public class ExportTests
{
    public static TheoryData<string> Names => [.. Export.Formats.Select(format => format.Name)];

    [Fact]
    public void Knows_these_formats() =>
        string.Concat(Export.Formats.Select(format => $"{format.Name} {format.MediaType} {format.Extension}{(format.IsFolder ? " in a folder" : "")}\n")).Approve();

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_the_same_byte_for_byte_each_time(string name)
    {
        var (one, other) = (Exported.As(name), Exported.As(name));

        Assert.Equal(one.Files.Keys, other.Files.Keys);
        foreach (var (file, bytes) in one.Files) Assert.True(bytes.AsSpan().SequenceEqual(other.Files[file]), file);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Opens_one_file_or_makes_a_folder_as_it_says(string name)
    {
        var format = Export.Find(name)!;
        var files = Exported.As(name).Files.Keys;

        if (!format.IsFolder) Assert.Single(files);
        else Assert.All(files, file => Assert.True(file.EndsWith(format.Extension, StringComparison.Ordinal) || name == "brat" || file == "datapackage.json", file));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Counts_every_entry_as_written_or_left_out(string name)
    {
        var whole = InventedLedger.All.Sum(told => told.Entries.Length);
        var counts = Exported.As(name).Counts;

        Assert.Equal(whole, counts.Written + counts.LeftOut.Sum(left => left.Count));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Writes_what_is_empty(string name)
    {
        var exported = Exported.As(name, reports: []);

        Assert.Equal("0 entries written", exported.Counts.ToString());
        Assert.NotEmpty(exported.Files);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Carries_what_people_said(string name)
    {
        if (name == "parquet") return; // looked at through DuckDB
        var exported = Exported.As(name);

        var files = exported.Files.Keys.Where(file => !file.EndsWith(".conf", StringComparison.Ordinal)).ToList();

        Assert.Contains(files, file => exported.Text(file).Contains("accepted", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => exported.Text(file).Contains("rejected", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void States_no_verdict(string name)
    {
        var exported = Exported.As(name, all: true);

        Assert.DoesNotContain(exported.Files.Keys, file => exported.Text(file).Contains("ClaimReview", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("json"), InlineData("plover"), InlineData("webannotation"), InlineData("jsonfeed"), InlineData("stix"), InlineData("prov")]
    public void Is_one_json_text(string name) => JsonDocument.Parse(Exported.As(name, all: true).Text()).Dispose();

    [Fact]
    public void Reads_back_the_ledgers_lines()
    {
        var exported = Exported.As("jsonl", all: true);
        var told = new List<ReportEntries>();
        foreach (var line in exported.Lines())
        {
            var bytes = Encoding.UTF8.GetBytes(line);
            if (line.StartsWith("{\"kind\":\"report\"", StringComparison.Ordinal)) told.Add(new(EntryJsonReader.ReadReport(bytes), []));
            else told[^1] = told[^1] with { Entries = told[^1].Entries.Add(new EntryJsonReader(told[^1].Report).Read(bytes)) };
        }

        Assert.Equal(exported.Text(), Exported.As("jsonl", all: true, told).Text());
    }

    [Fact]
    public void Writes_jsonl() => Exported.As("jsonl").Shown().Approve();

    [Fact]
    public void Writes_json() => Exported.As("json").Shown().Approve();

    [Fact]
    public void Writes_csv() => Exported.As("csv").Shown().Approve();

    [Fact]
    public void Writes_tsv() => Exported.As("tsv").Shown().Approve();

    [Fact]
    public void Writes_plover() => Exported.As("plover").Shown().Approve();

    [Fact]
    public void Writes_web_annotations() => Exported.As("webannotation").Shown().Approve();

    [Fact]
    public void Writes_a_json_feed() => Exported.As("jsonfeed").Shown().Approve();

    [Fact]
    public void Writes_an_atom_feed() => Exported.As("atom").Shown().Approve();

    [Fact]
    public void Dates_a_feed_by_the_newest_that_it_holds()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(Exported.As("atom").Text()).Root!;

        Assert.Equal("2031-06-02T00:00:00Z", feed.Element(atom + "updated")!.Value);
        Assert.All(feed.Elements(atom + "entry"), entry => Assert.NotNull(entry.Element(atom + "author")));
    }

    [Fact]
    public void Selects_the_very_words_by_place_and_by_quotation()
    {
        var texts = InventedLedger.All.Select(told => told.Report).DistinctBy(report => report.Id)
            .ToDictionary(report => report.Id, report => report.Text.EnumerateRunes().ToArray());
        using var page = JsonDocument.Parse(Exported.As("webannotation").Text());

        var described = new Dictionary<string, string>();
        foreach (var target in page.RootElement.GetProperty("items").EnumerateArray().SelectMany(item => item.GetProperty("target").EnumerateArray()))
        {
            var source = target.GetProperty("source");
            if (source.ValueKind == JsonValueKind.Object) described[source.GetProperty("id").GetString()!] = source.GetProperty("dc:identifier").GetString()!;
            var text = texts[described[source.ValueKind == JsonValueKind.Object ? source.GetProperty("id").GetString()! : source.GetString()!]];
            var (place, quotation) = (target.GetProperty("selector")[0], target.GetProperty("selector")[1]);
            var words = text[place.GetProperty("start").GetInt32()..place.GetProperty("end").GetInt32()];
            Assert.Equal(quotation.GetProperty("exact").GetString(), string.Concat(words));
            if (!quotation.TryGetProperty("prefix", out _)) continue;
            Assert.Contains(
                quotation.GetProperty("prefix").GetString() + quotation.GetProperty("exact").GetString() + quotation.GetProperty("suffix").GetString(),
                string.Concat(text), StringComparison.Ordinal);
        }
    }
}
