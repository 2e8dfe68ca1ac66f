using System.Text;
using Heliograph.Documents;
using Heliograph.Exports;
using Heliograph.Extraction;
using Heliograph.Ledger;

namespace Heliograph.Tests.Exports;

/// <summary>Tables with tabs, as readers take them that nobody told how.</summary>
public sealed class TabbedTests : IDisposable
{
    // In front of a cell, within one, and never closed: what makes a reader with quotation marks run on over tabs and lines
    private static readonly string[] Quoted = ["\"No\" said one", "said \"No\"", "\"", "\"one\"\"two", "plain\tand\nsimple", "\"never closed"];

    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    public static TheoryData<string, string> Files => new()
    {
        { "tsv", "reports.tsv" }, { "tsv", "mentions.tsv" }, { "tsv", "statements.tsv" }, { "tsv", "events.tsv" },
        { "polecat", "polecat.txt" }, { "gdelt", "heliograph.export.CSV" }, { "gdelt", "heliograph.mentions.CSV" },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Files))]
    public void Gives_the_same_rows_with_quotation_marks_and_without(string format, string file)
    {
        var place = Path.Combine(_folder, file);
        File.WriteAllBytes(place, Exported.As(format, all: true, Reports()).Files[file]);

        var (plain, quoting) = (Read(place, ""), Read(place, "\""));

        Assert.Equal(Quoted.Length, plain.Count);
        Assert.Equal(plain, quoting);
        Assert.DoesNotContain('"', File.ReadAllText(place));
    }

    [Fact]
    public void Shows_a_quotation_mark_by_the_wide_one() => Assert.Equal(
        "a\n＂No＂ said one\n", Encoding.UTF8.GetString(PlainTable.Write("tsv", ["a"], [["\"No\" said one"]])));

    [Theory]
    [InlineData("csv", "events.csv"), InlineData("tsv", "events.tsv")]
    public void Keeps_codes_and_offsets_texts_for_whoever_guesses(string format, string file)
    {
        var place = Path.Combine(_folder, file);
        File.WriteAllBytes(place, Exported.As(format, all: true, Reports()).Files[file]);

        Assert.Equal(["VARCHAR VARCHAR cameo:057 0..1"], DuckDb.Rows($"SELECT DISTINCT typeof(cameo), typeof(trigger_spans), cameo, trigger_spans FROM '{place}' WHERE quad = 1"));
    }

    // Every cell but the first of DuckDB's own making, so that a row that runs on is another row
    private static List<string> Read(string place, string quote) => DuckDb.Rows(
        $"SELECT * FROM read_csv('{place}', delim = '\t', quote = '{quote}', escape = '{quote}', header = false, skip = {(place.EndsWith(".CSV", StringComparison.Ordinal) ? 0 : 1)}, all_varchar = true, auto_detect = false, columns = {Columns(place)})");

    private static string Columns(string place) =>
        $"{{{string.Join(", ", File.ReadLines(place).First().Split('\t').Select((_, i) => $"'c{i}': 'VARCHAR'"))}}}";

    private static IEnumerable<ReportEntries> Reports() => Quoted.Select((words, i) =>
    {
        var report = new Report(words + " agreed") { Input = words, Title = words, Outlet = words, Published = new(2031, 5, 7) };
        var said = new Evidence(report, [new(0, words.Length)]);
        var trigger = new Evidence(report, [new(0, 1)]);
        return new ReportEntries(report,
        [
            new MentionEntry { Id = Id(i, '1'), Report = report.Id, Words = said, Names = null, Form = MentionForm.Name, Actor = words },
            new StatementEntry { Id = Id(i, '2'), Report = report.Id, Naming = Naming.Named, Cue = trigger, Content = said, Manner = Manner.Direct, Act = "say" },
            new EventEntry
            {
                Id = Id(i, '3'), Report = report.Id, Plover = "AGREE", Cameo = "057", Trigger = trigger, Actors = [new(said, words, words, "USA")], Factuality = Factuality.Happened,
            },
        ]);
    });

    private static string Id(int report, char kind) => $"{report:x}{new string(kind, 31)}";
}
