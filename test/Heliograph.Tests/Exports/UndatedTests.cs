using System.Text.Json;
using System.Xml.Linq;
using Heliograph.Exports;

namespace Heliograph.Tests.Exports;

/// <summary>What has no date gets none that is invented.</summary>
public class UndatedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly ReportEntries[] Undated = [InventedLedger.All[1] with { Entries = [.. InventedLedger.All[1].Entries.Where(entry => entry.Review is null)] }];

    public static TheoryData<string> Names => [.. Export.Formats.Select(format => format.Name).Where(name => name != "parquet")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_no_undated_thing_the_first_day_of_computers(string name)
    {
        foreach (var options in (ExportOptions[])[new() { All = true }, new() { All = true, FirstRead = _ => Exported.FirstRead }])
        {
            var exported = Exported.As(name, options);
            Assert.DoesNotContain(exported.Files.Keys, file => exported.Text(file).Contains("1970", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Dates_what_was_read_without_a_day_by_when_it_was_first_read()
    {
        var feed = XDocument.Parse(Exported.As("atom", reports: Undated).Text()).Root!;
        Assert.Equal("2031-06-01T08:00:00Z", Assert.Single(feed.Elements(Atom + "entry")).Element(Atom + "updated")!.Value);
        Assert.Null(feed.Element(Atom + "entry")!.Element(Atom + "published"));
        using var bundle = JsonDocument.Parse(Exported.As("stix", reports: Undated).Text());
        Assert.Equal(
            "2031-06-01T08:00:00.000Z",
            bundle.RootElement.GetProperty("objects").EnumerateArray().Single(found => found.GetProperty("type").GetString() == "report").GetProperty("published").GetString());
    }

    [Theory]
    [InlineData("atom", 0), InlineData("stix", 0), InlineData("jsonfeed", 1)]
    public void Leaves_out_what_has_no_date_at_all_where_the_format_wants_one_and_says_so(string name, int written)
    {
        var exported = Exported.As(name, new ExportOptions(), Undated);

        Assert.Equal(written, exported.Counts.Written);
        Assert.Equal(1 - written, exported.Counts.LeftOut.Where(left => left.Reason == "no day, nor one on which it was read").Sum(left => left.Count));
    }
}
