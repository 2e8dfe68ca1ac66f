using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Exports;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Places;
using Heliograph.Times;

namespace Heliograph.Tests.Exports;

/// <summary>A small ledger about countries that do not exist. Their codes are of ones that do, since others stand for nothing.</summary>
internal static class InventedLedger
{
    private const string Shelling = """
        Korvan guns shell Belmere 🚀

        Korvan forces and militiamen shelled Belmere in Esland on Monday, killing at least 14 people. General Arlo Venn denied that his troops had attacked the town.

        Mara Quill said Korva would probably close the border with Esland in 2032.
        """;

    private const string Odd = "=cmd()|'/C calc'!A0 attacked\t@home,\nthe \"tabbed\" town. Protests broke out along the coast.";

    /// <summary>Every report with its entries; the first came in by two names.</summary>
    public static ImmutableArray<ReportEntries> All { get; } = [First("shelling.txt"), Second(), First("copy.txt")];

    private static ReportEntries First(string input)
    {
        var report = new Report(Shelling.ReplaceLineEndings("\n"))
        {
            Input = input,
            Title = "Korvan guns shell Belmere 🚀",
            TitleSpan = new(0, 28),
            Outlet = "The Korvan Post",
            Authors = ["Ada Lorne", "Bo Tamm"],
            Published = new(2031, 5, 7),
            Url = "https://post.example/2031/shelling?id=1&p=2",
        };
        Evidence Words(string words, string? after = null) => On(report, words, after);
        var venn = new Participant(Words("General Arlo Venn"), "arlo-venn", "Arlo Venn", "ROU", "MIL");
        var forces = new Participant(Words("Korvan forces"), "korvan-army", "Korvan army", "ROU", "MIL");
        var denial = new StatementEntry
        {
            Id = Id('b'),
            Report = report.Id,
            Source = venn,
            Naming = Naming.Named,
            Cue = Words("denied"),
            Content = Words("his troops had attacked the town"),
            Manner = Manner.Indirect,
            Act = "deny",
            Polarity = "denied",
            Confidence = 0.91,
            Rule = "cue",
        };
        var forecast = new StatementEntry
        {
            Id = Id('d'),
            Report = report.Id,
            Source = new(Words("Mara Quill"), "local:mara", "Mara Quill"),
            Naming = Naming.Named,
            Cue = Words("said"),
            Content = Words("Korva would probably close the border with Esland in 2032"),
            Manner = Manner.Indirect,
            Act = "say",
            Rule = "cue",
        };
        return new(report,
        [
            new MentionEntry { Id = Id('1'), Report = report.Id, Words = Words("Belmere", "shelled"), Names = MentionType.Place, Form = MentionForm.Name, Actor = "local:belmere" },
            new EventEntry
            {
                Id = Id('a'), Report = report.Id, Plover = "ASSAULT", Mode = "heavy-weapons", Contexts = ["military", "territory"], Cameo = "194",
                Trigger = Words("shelled"), Actors = [forces, new(Words("militiamen"), null, null, "ROU", "UAF")],
                Recipients = [new(Words("Belmere", "shelled"), "local:belmere", "Belmere", "CHE")],
                Places = [new(Words("in Esland"), "Belmere", "CHE", 46.25, -7.5, PlacePrecision.City)],
                Time = new(Words("on Monday"), new(new(2031, 5, 5), new(2031, 5, 6), TimeGranularity.Day)), Factuality = Factuality.Happened,
                Killed = new(14, null, Words("at least 14 people")), Confidence = 0.83, Rule = "shell.verb",
                Review = new("accepted", "Ann \"A\" Lee", new(2031, 6, 1, 10, 30, 0, TimeSpan.Zero), []),
            },
            new MentionEntry { Id = Id('2'), Report = report.Id, Words = Words("General Arlo Venn"), Names = MentionType.Person, Form = MentionForm.Name, Actor = "arlo-venn", Why = "title" },
            denial,
            new EventEntry
            {
                Id = Id('c'), Report = report.Id, Voice = [denial.Id], Plover = "ASSAULT", Cameo = "190", Trigger = Words("attacked"),
                Actors = [new(Words("his troops"), "korvan-army", "Korvan army", "ROU", "MIL")], Recipients = [new(Words("the town"), "local:belmere", "Belmere")],
                Factuality = Factuality.DidNotHappen, Rule = "attack.verb",
            },
            forecast,
            new EventEntry
            {
                Id = Id('e'), Report = report.Id, Voice = [forecast.Id], Plover = "SANCTION", Cameo = "163", Trigger = Words("close"),
                Actors = [new(Words("Korva", "said"), "ROU", "Korva", "ROU")], Recipients = [new(Words("Esland", "border"), "CHE", "Esland", "CHE")],
                Time = new(Words("in 2032"), new(new(2032, 1, 1), new(2033, 1, 1), TimeGranularity.Year)), Factuality = Factuality.Possible,
                Likelihood = new(Words("probably"), "ICD 203", 0.55, 0.8), Rule = "close.verb",
            },
        ]);
    }

    private static ReportEntries Second()
    {
        var report = new Report(Odd) { Input = "=odd.txt", Url = "javascript:alert(1)" };
        Evidence Words(string words) => On(report, words, null);
        return new(report,
        [
            new EventEntry
            {
                Id = Id('f'), Report = report.Id, Plover = "ASSAULT", Cameo = "190", Trigger = Words("attacked"),
                Actors = [new(Words("=cmd()|'/C calc'!A0"), null, null)], Recipients = [new(Words("@home,\nthe \"tabbed\" town"), null, null)], Factuality = Factuality.Happened,
                Time = new(Words("attacked"), new(new(2031, 4, 1), new(2031, 5, 1), TimeGranularity.Month)),
                Review = new("changed", "+Bo", new(2031, 6, 2, 0, 0, 0, TimeSpan.Zero), [("type", "COERCE")]),
            },
            new EventEntry
            {
                Id = Id('0'), Report = report.Id, Plover = "PROTEST", Mode = "demo", Cameo = "141", Trigger = Words("Protests broke out"),
                Places = [new(Words("along the coast"), "the coast", null, 1.5, 2.25, PlacePrecision.Area)], Factuality = Factuality.Ongoing,
            },
            new StatementEntry
            {
                Id = Id('9'), Report = report.Id, Naming = Naming.Unnamed, Cue = Words("Protests"), Content = Words("broke out"), Manner = Manner.Direct, Act = "say",
                Review = new("rejected", "Bo", new(2031, 6, 2, 0, 0, 0, TimeSpan.Zero), []),
            },
        ]);
    }

    private static Evidence On(Report report, string words, string? after)
    {
        var from = after is null ? 0 : report.Text.IndexOf(after, StringComparison.Ordinal) + after.Length;
        var start = report.Text.IndexOf(words, from, StringComparison.Ordinal);
        return new(report, [new(start, start + words.Length)]);
    }

    private static string Id(char digit) => string.Concat("5a", new string(digit, 30));
}
