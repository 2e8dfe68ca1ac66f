using System.Text.Json;
using System.Xml.Linq;
using CsCheck;
using Heliograph.Documents;
using Heliograph.Exports;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Places;

namespace Heliograph.Tests.Exports;

/// <summary>Whatever a report holds, every format stays whole.</summary>
public class HostileTextTests
{
    private static readonly string[] Pieces =
        ["\0", "\t", "\n", "\r\n", "\n\n", "\u2028", "\u0085", "\u202E", "\uFEFF", "\uFFFE", "\uFFFF", "🚀", "=1+1", "@x", "\"", "'", ",", ";", "|", "<b>&]]>", "\\", "said ", "e\u0301", " ", "Venn ", "fell. "];

    private static readonly string?[] Urls = [null, "", "javascript:x", "https://a.example/\"<>\t?q=é", "ftp://x"];

    private static readonly Gen<ReportEntries> Reports =
        from texts in Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[3, 20]
        let text = string.Concat(texts)
        from start in Gen.Int[0, text.Length - 1]
        from length in Gen.Int[1, text.Length]
        from other in Gen.Int[0, text.Length - 1]
        from factuality in Gen.Enum<Factuality>()
        from url in Gen.Int[0, Urls.Length - 1]
        select Of(text, start, start + length, other, factuality, Urls[url]);

    [Fact]
    public void Stays_whole_in_every_format() => Reports.Sample(told =>
    {
        foreach (var format in Export.Formats)
        {
            var exported = Exported.As(format.Name, all: true, [told, told]);
            foreach (var (file, bytes) in exported.Files)
            {
                if (format.Extension is ".json" or ".jsonld") JsonDocument.Parse(bytes).Dispose();
                if (format.Extension == ".atom") XDocument.Load(new MemoryStream(bytes));
                if ((format.Name is "tsv" or "gdelt" or "polecat") && file != "datapackage.json") Assert.Single(exported.Lines(file).Select(line => line.Count(letter => letter == '\t')).Distinct());
                if (file.EndsWith(".ann", StringComparison.Ordinal)) Leads(exported.Text(file), told.Report.Text);
            }
        }
    }, iter: 100, seed: "000000000001", threads: 1);

    [Theory]
    [InlineData("webannotation"), InlineData("stix"), InlineData("brat"), InlineData("polecat"), InlineData("gdelt"), InlineData("atom"), InlineData("parquet")]
    public void Writes_every_entry_of_a_long_report(string format)
    {
        const int Many = 3_000;
        var report = new Report(string.Concat(Enumerable.Repeat("Venn fell. ", Many))) { Input = "long", Published = new(2031, 1, 1) };
        var words = Enumerable.Range(0, Many).Select(i => new Evidence(report, [new(i * 11, (i * 11) + 4)])).ToList();
        var told = new ReportEntries(report, [.. words.Select((who, i) => (Entry)new EventEntry
        {
            Id = $"{i:x32}", Report = report.Id, Plover = "RETREAT", Cameo = "087", Trigger = who, Actors = [new(who, $"local:{i}", null)], Recipients = [new(who, null, null)],
            Factuality = Factuality.Happened,
        })]);

        Assert.Equal(Many, Exported.As(format, reports: [told]).Counts.Written);
    }

    private static void Leads(string annotations, string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        var document = BratDocument.Parse(annotations);
        Assert.Equal(annotations, document.ToString());
        foreach (var bound in document.Texts.Where(bound => bound.Words.Trim().Length > 0))
        {
            Assert.Equal(bound.Words, string.Join(' ', bound.Spans.Select(span => string.Concat(runes[span.Start..span.End]))));
        }
    }

    private static ReportEntries Of(string text, int start, int end, int other, Factuality factuality, string? url)
    {
        var report = new Report(text) { Input = text, Title = text, Outlet = text, Url = url };
        Evidence Words(int from, int to)
        {
            if (char.IsLowSurrogate(text[from])) from--;
            to = Math.Min(to, text.Length);
            if (to < text.Length && char.IsLowSurrogate(text[to])) to++;
            return new(report, [new(from, Math.Max(to, from + (char.IsHighSurrogate(text[from]) ? 2 : 1)))]);
        }

        var (one, two) = (Words(start, end), Words(other, other + 3));
        var who = new Participant(one, text, text, "USA", "REL");
        return new(report,
        [
            new MentionEntry { Id = Id(1), Report = report.Id, Words = two, Names = null, Form = MentionForm.Pronoun, Actor = text, Why = text },
            new StatementEntry
            {
                Id = Id(2), Report = report.Id, Source = who, Naming = Naming.Named, Cue = two, Content = one, Manner = Manner.Direct, Act = "say",
                Review = new("accepted", text, DateTimeOffset.UnixEpoch, []),
            },
            new EventEntry
            {
                Id = Id(3), Report = report.Id, Voice = [Id(2), Id(9)], Plover = "ACCUSE", Mode = text, Contexts = [text], Cameo = "11", Trigger = two, Actors = [who, who],
                Recipients = [new(two, null, null)], Places = [new(one, text, "USA", -1, -2, PlacePrecision.Region), new(two)], Factuality = factuality,
                Review = new("rejected", text, DateTimeOffset.UnixEpoch, [("who", text)]),
            },
        ]);
    }

    private static string Id(int number) => new((char)('0' + number), 32);
}
