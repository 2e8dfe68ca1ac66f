using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CsCheck;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Places;
using Heliograph.Times;

namespace Heliograph.Tests.Ledger;

public class EntryJsonTests
{
    [Fact]
    public void Writes_the_lines_of_the_ledger()
    {
        var (report, _, entries) = Invented.Ledger();

        Lines(report, entries).Approve();
    }

    [Fact]
    public void Counts_in_code_points()
    {
        var (report, _, entries) = Invented.Ledger();
        var lines = Lines(report, entries).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        foreach (var line in lines.Skip(1))
        {
            foreach (var (text, start, end) in Refs(JsonDocument.Parse(line).RootElement))
            {
                var runes = report.Text.EnumerateRunes().Skip(start).Take(end - start);
                Assert.Equal(text, string.Concat(runes));
            }
        }
    }

    [Fact]
    public void Reads_back_what_it_wrote() => Reports.Sample(sample =>
    {
        var lines = Lines(sample.Report, sample.Entries).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var report = EntryJsonReader.ReadReport(Encoding.UTF8.GetBytes(lines[0]));
        var reader = new EntryJsonReader(report);
        var entries = lines.Skip(1).Select(line => reader.Read(Encoding.UTF8.GetBytes(line))).ToList();

        Assert.Equal(Lines(sample.Report, sample.Entries), Lines(report, entries));
        Assert.Equal(sample.Entries.Select(entry => entry.Position), entries.Select(entry => entry.Position));
    }, iter: 300, seed: "000000000001");

    [Theory]
    [InlineData("", "no line of the ledger")]
    [InlineData("[]", "no line of the ledger")]
    [InlineData("""{"kind":"event","id":"a","report":"sha256:0"}""", "expected sha256:")]
    [InlineData("""{"kind":"rumour","id":"a","report":"REPORT"}""", "found kind 'rumour'")]
    [InlineData("""{"kind":"mention","id":"a","report":"REPORT","spans":[[0,9999]],"form":"name","actor":"x"}""", "must point at words")]
    [InlineData("""{"kind":"mention","id":"a","report":"REPORT","spans":[[5,5]],"form":"name","actor":"x"}""", "must point at words")]
    [InlineData("""{"kind":"mention","id":"a","report":"REPORT","spans":[[0,1]],"form":"smell","actor":"x"}""", "name | nominal | pronoun")]
    public void Refuses_a_line_that_is_none_and_says_why(string line, string why)
    {
        var report = Invented.Ledger().Report;

        var refusal = Assert.Throws<FormatException>(() => new EntryJsonReader(report)
            .Read(Encoding.UTF8.GetBytes(line.Replace("REPORT", report.Id, StringComparison.Ordinal))));

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_report_whose_text_was_changed()
    {
        var (report, _, _) = Invented.Ledger();
        var line = Lines(report, []).Replace("Belmere", "Belmore", StringComparison.Ordinal);

        Assert.Throws<FormatException>(() => EntryJsonReader.ReadReport(Encoding.UTF8.GetBytes(line)));
    }

    internal static string Lines(Report report, IReadOnlyList<Entry> entries)
    {
        var output = new ArrayBufferWriter<byte>();
        using var lines = new EntryJson(report);
        lines.WriteReport(output);
        foreach (var entry in entries) lines.Write(output, entry);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    // Any text with any two words of it, in every kind of entry.
    private static readonly Gen<(Report Report, ImmutableArray<Entry> Entries)> Reports =
        from text in Gen.OneOf(Gen.String, Gen.String[Gen.Char["ab “🚀é\n\u0007\u202e"], 3, 40])
        let report = new Report(Whole(text) + " they 🚀 said") { Input = Whole(text), Title = Whole(text) }
        from start in Gen.Int[0, report.Text.Length - 2]
        from middle in Gen.Int[start + 1, report.Text.Length - 1]
        let words = Words(report, start, middle)
        from act in Gen.OneOf(Gen.Const("say"), Gen.Const("deny"))
        from number in Gen.Long
        from factuality in Gen.Enum<Factuality>()
        select (report, Entries(report, words, act, number, factuality));

    private static ImmutableArray<Entry> Entries(Report report, Evidence words, string act, long number, Factuality factuality)
    {
        var who = new Participant(words, "local:" + act, number % 2 == 0 ? null : "Arlo “Venn”");
        return
        [
            new MentionEntry { Id = "a", Report = report.Id, Words = words, Names = null, Form = MentionForm.Nominal, Actor = "x", Why = act },
            new StatementEntry
            {
                Id = "b", Report = report.Id, Source = who, Naming = Naming.Collective, Cue = words, Content = words,
                Manner = Manner.Mixed, Act = act, Venue = words, Time = new(words, null),
                Confidence = number % 3 == 0 ? null : Math.Abs(number % 100) / 100.0, Rule = "r",
            },
            new EventEntry
            {
                Id = "c", Report = report.Id, Voice = ["b"], Plover = "ASSAULT", Mode = act, Contexts = ["military", "crime"],
                Cameo = "190", Trigger = words, Actors = [who, who], Recipients = [who], Places = [new(words), new(words, "Belmere", "PAK", 34.008, -0.5, PlacePrecision.City)], Time = new(words, new(new(2014, 1, 1), new(2015, 1, 1), TimeGranularity.Year)),
                Factuality = factuality, Likelihood = new(words, "ICD 203", 0.55, 0.8), Killed = new(number, null, words),
                Injured = new(null, number, words), Arrested = new(number, number, words), Displaced = new(0, number, words),
            },
        ];
    }

    private static Evidence Words(Report report, int start, int end)
    {
        if (char.IsLowSurrogate(report.Text[start])) start--;
        if (char.IsLowSurrogate(report.Text[end])) end++;
        return new(report, [new(start, end)]);
    }

    // A lone surrogate is no text; readers refuse it.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    private static IEnumerable<(string Text, int Start, int End)> Refs(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array) return json.EnumerateArray().SelectMany(Refs);
        if (json.ValueKind != JsonValueKind.Object) return [];
        var inner = json.EnumerateObject().SelectMany(property => Refs(property.Value));
        return json.TryGetProperty("spans", out var spans) && json.TryGetProperty("text", out var text)
            ? inner.Append((text.GetString()!, spans[0][0].GetInt32(), spans[0][1].GetInt32()))
            : inner;
    }
}
