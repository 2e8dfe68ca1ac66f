using System.Globalization;
using System.Runtime.CompilerServices;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Language;
using Heliograph.Ledger;

namespace Heliograph.Tests.Extraction;

/// <summary>Sentences of conflict reports, read with the shipped model, each with the fields that must come out of it.</summary>
/// <remarks>The cases and what their last column means are in <c>readings.tsv</c>.</remarks>
public class ReadingCaseTests
{
    private static readonly Annotator English = Annotator.Load();

    private static readonly Lazy<Dictionary<string, string[]>> Rows = new(() => Read().ToDictionary(row => row[0], StringComparer.Ordinal));

    public static TheoryData<string> Cases => [.. Rows.Value.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads_what_the_case_asks_for(string name)
    {
        var row = Rows.Value[name];
        var report = new Report(row[1].Replace("\\n", "\n", StringComparison.Ordinal))
        {
            Input = name,
            Published = DateOnly.Parse(row[2], CultureInfo.InvariantCulture),
        };
        var document = English.Annotate(report.Text);
        var statements = Attributions.Find(document);
        var entries = Entries.Of(report, document, statements, Events.Find(document, statements));
        var events = entries.OfType<EventEntry>().Select(told => Fields(report, entries, told)).ToList();
        var said = entries.OfType<StatementEntry>().Select(told => Fields(report, told)).ToList();

        foreach (var demand in row[3].Split(" ; "))
        {
            var cells = demand.Split(" | ");
            var wanted = cells[1..].Select(cell => cell.Split('=', 2)).ToDictionary(cell => cell[0], cell => cell[1]);
            var found = (cells[0] == "statement" ? said : events).Exists(told => wanted.All(field => told.GetValueOrDefault(field.Key, "-") == field.Value));
            Assert.True(found == (cells[0] != "none"), $"{name}: {demand}\n{string.Join('\n', events.Concat(said).Select(Line))}");
        }
    }

    private static string Line(Dictionary<string, string> fields) => string.Join(" | ", fields.Select(field => $"{field.Key}={field.Value}"));

    private static Dictionary<string, string> Fields(Report report, IReadOnlyList<Entry> entries, EventEntry told) => new()
    {
        ["type"] = told.Plover,
        ["mode"] = told.Mode ?? "-",
        ["trigger"] = told.Trigger.In(report.Text),
        ["actor"] = Parties(report, told.Actors),
        ["recipient"] = Parties(report, told.Recipients),
        ["actor.name"] = Names(told.Actors),
        ["recipient.name"] = Names(told.Recipients),
        ["country"] = string.Join(" + ", told.Places.Select(place => place.Country ?? "-").Distinct().Order(StringComparer.Ordinal)),
        ["time"] = told.Time?.Interval?.Start.ToString("O", CultureInfo.InvariantCulture) ?? "-",
        ["fact"] = told.Factuality.ToString(),
        ["voice"] = Voice(report, entries, told),
        ["killed"] = Number(told.Killed),
        ["injured"] = Number(told.Injured),
        ["arrested"] = Number(told.Arrested),
    };

    private static Dictionary<string, string> Fields(Report report, StatementEntry told) => new()
    {
        ["source"] = told.Source is { } source ? source.Words.In(report.Text) : "-",
        ["act"] = told.Act,
        ["content"] = told.Content.In(report.Text),
    };

    private static string Parties(Report report, IEnumerable<Participant> parties) =>
        string.Join(" + ", parties.Select(party => party.Words.In(report.Text))) is { Length: > 0 } words ? words : "-";

    private static string Names(IEnumerable<Participant> parties) => string.Join(" + ", parties.Select(party => party.Name ?? "-"));

    // Who tells it: the source of the innermost statement around it
    private static string Voice(Report report, IReadOnlyList<Entry> entries, EventEntry told) => told.Voice.IsEmpty ? "outlet"
        : entries.OfType<StatementEntry>().First(statement => statement.Id == told.Voice[^1]).Source is { } source ? source.Words.In(report.Text) : "unsaid";

    private static string Number(Count? count) => count switch
    {
        null => "-",
        { High: null } => string.Create(CultureInfo.InvariantCulture, $"{count.Low}+"),
        _ when count.Low == count.High => string.Create(CultureInfo.InvariantCulture, $"{count.Low}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{count.Low}-{count.High}"),
    };

    private static IEnumerable<string[]> Read([CallerFilePath] string thisFile = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(thisFile)!, "readings.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
}
