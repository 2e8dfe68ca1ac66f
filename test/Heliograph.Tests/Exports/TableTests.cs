using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using Heliograph.Exports;

namespace Heliograph.Tests.Exports;

public class TableTests
{
    [Fact]
    public void Writes_gdelt() => Exported.As("gdelt").Shown().Approve();

    [Fact]
    public void Writes_polecat() => Exported.As("polecat").Shown().Approve();

    [Fact]
    public void Writes_acled() => Exported.As("acled").Shown().Approve();

    [Fact]
    public void Has_the_61_and_16_columns_of_gdelt()
    {
        var exported = Exported.As("gdelt", all: true);

        Assert.Equal(
            """
            GLOBALEVENTID SQLDATE MonthYear Year FractionDate Actor1Code Actor1Name Actor1CountryCode Actor1KnownGroupCode Actor1EthnicCode Actor1Religion1Code Actor1Religion2Code Actor1Type1Code Actor1Type2Code Actor1Type3Code Actor2Code Actor2Name Actor2CountryCode Actor2KnownGroupCode Actor2EthnicCode Actor2Religion1Code Actor2Religion2Code Actor2Type1Code Actor2Type2Code Actor2Type3Code IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone Actor1Geo_Type Actor1Geo_FullName Actor1Geo_CountryCode Actor1Geo_ADM1Code Actor1Geo_ADM2Code Actor1Geo_Lat Actor1Geo_Long Actor1Geo_FeatureID Actor2Geo_Type Actor2Geo_FullName Actor2Geo_CountryCode Actor2Geo_ADM1Code Actor2Geo_ADM2Code Actor2Geo_Lat Actor2Geo_Long Actor2Geo_FeatureID ActionGeo_Type ActionGeo_FullName ActionGeo_CountryCode ActionGeo_ADM1Code ActionGeo_ADM2Code ActionGeo_Lat ActionGeo_Long ActionGeo_FeatureID DATEADDED SOURCEURL
            """, string.Join(' ', GdeltTables.EventColumns));
        Assert.Equal(61, GdeltTables.EventColumns.Length);
        Assert.Equal(16, GdeltTables.MentionColumns.Length);
        Assert.All(exported.Lines("heliograph.export.CSV"), line => Assert.Equal(61, line.Split('\t').Length));
        Assert.All(exported.Lines("heliograph.mentions.CSV"), line => Assert.Equal(16, line.Split('\t').Length));
    }

    [Fact]
    public void Has_the_40_columns_of_polecat()
    {
        Assert.Equal(
            "Event ID · Event Date · Event Type · Event Mode · Intensity · Quad Code · Contexts · Actor Name · Actor Country · Actor COW · Primary Actor Sector · " +
            "Actor Sectors · Actor Title · Actor Name Raw · Wikipedia Actor ID · Recipient Name · Recipient Country · Recipient COW · Primary Recipient Sector · " +
            "Recipient Sectors · Recipient Title · Recipient Name Raw · Wikipedia Recipient ID · Placename · City · District · Province · Country · Latitude · " +
            "Longitude · GeoNames ID · Raw Placename · Feature Type · Source · Publication Date · Story People · Story Organizations · Story Locations · Language · Version",
            string.Join(" · ", PolecatTable.Columns));
        Assert.Equal(40, PolecatTable.Columns.Length);
        Assert.All(Exported.As("polecat", all: true).Lines(), line => Assert.Equal(40, line.Split('\t').Length));
    }

    [Fact]
    public void Has_the_31_columns_of_acled()
    {
        Assert.Equal(
            "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction " +
            "civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities tags timestamp",
            string.Join(' ', AcledTable.Columns));
        var rows = Exported.As("acled", all: true).Lines().Select(CsvLine.Cells).ToList();

        Assert.All(rows, row => Assert.Equal(31, row.Count));
        Assert.All(rows.Skip(1), row => Assert.StartsWith("not ACLED data", row[29], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gdelt"), InlineData("polecat"), InlineData("acled")]
    public void Leaves_out_what_did_not_happen_and_says_how_many(string name)
    {
        var counts = Exported.As(name).Counts;

        Assert.Equal(2, counts.Written);
        Assert.Equal(
            "2 entries written, 15 left out (1 factuality: did not happen, 1 factuality: possible, 1 no actor, 2 no event but a mention, " +
            "2 no event but a statement, 1 rejected by a person, 7 told by the same text under another name)", counts.ToString());
        Assert.Equal(5, Exported.As(name, all: true).Counts.Written);
    }

    [Theory]
    [InlineData("polecat", 39), InlineData("acled", 29)]
    public void Marks_what_was_asked_for_all_the_same(string name, int column)
    {
        var rows = Exported.As(name, all: true).Lines().Select(line => name == "acled" ? CsvLine.Cells(line)[column] : line.Split('\t')[column]).ToList();

        Assert.Contains(rows, row => row.Contains("factuality=did not happen; voice=denied or not said", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("factuality=possible; no day nearer than a year", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("no actor; no day", StringComparison.Ordinal));
    }

    [Fact]
    public void Leads_from_a_mention_of_gdelt_to_the_words()
    {
        var told = InventedLedger.All[0];
        var text = told.Report.Text.EnumerateRunes().ToArray();
        var row = Exported.As("gdelt").Lines("heliograph.mentions.CSV")[0].Split('\t');

        Assert.Equal("Korvan forces", Words(row[7], 13));
        Assert.Equal("Belmere", Words(row[8], 7));
        Assert.Equal("shelled", Words(row[9], 7));
        Assert.Equal(told.Report.Id, XElement.Parse($"<extras>{row[15]}</extras>").Element("TEXT")!.Value);

        string Words(string offset, int length) => string.Concat(text.Skip(int.Parse(offset, CultureInfo.InvariantCulture)).Take(length));
    }

    [Fact]
    public void Takes_the_codes_that_gdelt_takes()
    {
        Assert.Equal(("CH", "CHN"), (Countries.Fips("CHN"), Countries.Cameo("CHN")));
        Assert.Equal(("RO", "ROM"), (Countries.Fips("ROU"), Countries.Cameo("ROU")));
        Assert.Null(Countries.Fips("IGO"));
        Assert.Equal((-10.0, -10.0, -9.0), (Scales.Goldstein("190"), Scales.Goldstein("194"), Scales.Goldstein("181")));
        Assert.Equal((-3.0, -9.5, -9.0), (Scales.Plover("ACCUSE", null), Scales.Plover("ASSAULT", "aerial"), Scales.Plover("ASSAULT", "no such mode")));
    }

    [Theory]
    [InlineData("=cmd()", "'=cmd()")]
    [InlineData(" \t+1", "' +1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a\tb\r\nc", "a b c")]
    [InlineData("a\u0000\u001b[2J\u202eb", "a␀␛[2J⟨U+202E⟩b")]
    [InlineData("a = b", "a = b")]
    public void Makes_a_cell_of_any_text(string text, string cell) => Assert.Equal(cell, Heliograph.Exports.Cells.Text(text));

    [Fact]
    public void Lets_no_text_make_a_cell_or_a_line_of_its_own() => Gen.String[Gen.Char["ab\t\r\n\",;|=+-@ \u2028\u0085\0"], 0, 12].Sample(text =>
    {
        var cell = Heliograph.Exports.Cells.Text(text);
        return !cell.Any(letter => letter is '\t' or '\r' or '\n' or '\u2028' or '\u0085' or '\0') && (cell.Length == 0 || !"=+-@".Contains(cell[0], StringComparison.Ordinal))
            && CsvLine.Cells(TextTables.CsvLine([cell, cell])[..^2]).SequenceEqual([cell, cell]);
    }, seed: "000000000001");

    [Theory]
    [InlineData("csv"), InlineData("tsv"), InlineData("gdelt"), InlineData("polecat"), InlineData("acled")]
    public void Neutralises_formulas_in_every_table(string name)
    {
        var exported = Exported.As(name, all: true);
        foreach (var file in exported.Files.Keys.Where(file => file != "datapackage.json"))
        {
            foreach (var line in exported.Lines(file))
            {
                var cells = name is "csv" or "acled" ? CsvLine.Cells(line) : [.. line.Split('\t')];
                Assert.All(cells, cell => Assert.True(
                    cell.Length == 0 || !"=+-@".Contains(cell[0], StringComparison.Ordinal) || double.TryParse(cell, CultureInfo.InvariantCulture, out _), $"{file}: {cell}"));
            }
        }
    }
}
