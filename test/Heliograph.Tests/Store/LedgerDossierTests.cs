using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Places;
using Heliograph.Store;
using Heliograph.Times;

namespace Heliograph.Tests.Store;

/// <summary>What dossiers count, in both homes of a ledger: each count is that of the filter which a link would ask with.</summary>
public sealed class LedgerDossierTests(PostgresServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    /// <summary>A report whose words serve every entry of the tests.</summary>
    internal static Report Report { get; } = new("Korvan guns shelled Belmere harbour. Mara Lind said so. She denied it.")
    {
        Input = "one",
        Title = "Guns at the harbour",
        Outlet = "Harbour Post",
        Published = new(2031, 5, 2),
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, InlineData("file"), InlineData("database")]
    public void Acts_are_counted_by_month_class_and_standing(string home)
    {
        using var ledger = Open(home);

        Assert.Equal(
        [
            new ActTally("2031-04", 4, "happened", false, 1), new ActTally("2031-05", 1, "planned", false, 1), new ActTally("2031-05", 4, "happened", true, 1),
            new ActTally("2031-05", 4, "did not happen", true, 1),
        ], ledger.Acts(new() { By = ["KRV"] }).OrderBy(act => act.Month).ThenBy(act => act.Quad).ThenByDescending(act => act.Factuality));
        Assert.Equal(1, Assert.Single(ledger.Acts(new() { By = ["KRV"], Until = new(2031, 5, 1) })).Count);
        Assert.Equal(2, ledger.Acts(new() { By = ["KRV:MIL"], To = ["belmere-council"] }).Sum(act => act.Count));
        Assert.Empty(ledger.Acts(new() { By = ["mara-lind"] }));
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void Partners_count_what_a_filter_by_their_key_asks_for(string home)
    {
        using var ledger = Open(home);

        var (acts, _, given, from, said) = ledger.Ties(new() { Actors = ["KRV"] });
        Assert.Equal(ledger.Acts(new() { By = ["KRV"] }), acts);
        Assert.Equal((0, 0L), (from.Length, said));
        Assert.Contains(given, one => one is { Key: "belmere-council", Cooperation: 0, Conflict: 2, IsNarrowest: true });
        Assert.Contains(given, one => one is { Key: ":GOV", IsNarrowest: false });
        Assert.Contains(given, one => one is { Key: "BEL", Cooperation: 1, Conflict: 3, IsNarrowest: true });
        foreach (var one in given)
        {
            Assert.Equal(one.Cooperation, ledger.Count(new() { By = ["KRV"], To = [one.Key], Quads = [1, 2] }));
            Assert.Equal(one.Conflict, ledger.Count(new() { By = ["KRV"], To = [one.Key], Quads = [3, 4] }));
        }

        var council = ledger.Ties(new() { Actors = ["belmere-council"], From = new(2031, 4, 1) });
        Assert.Equal(ledger.Acts(new() { To = ["belmere-council"] }), council.Received);
        var received = Assert.Single(council.From, one => one.IsNarrowest);
        Assert.Equal(("KRV:MIL", 0, 2), (received.Key, received.Cooperation, received.Conflict));
        Assert.Equal(1, ledger.Ties(new() { Actors = ["mara-lind"] }).Said);
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void Names_are_grouped_by_words_and_by_the_reason_they_were_taken_for_the_actor(string home)
    {
        using var ledger = Open(home);

        Assert.Equal(
            [("Mara Lind", "name", "alias \"M. Lind\"", 1), ("She", "pronoun", "pronoun", 1)],
            ledger.NamesOf("mara-lind", null, null, 10).Select(name => (name.Words, name.Form, name.Why, name.Count)));
        Assert.Equal(Id(10), ledger.NamesOf("mara-lind", null, null, 10).Single(name => name.Form == "name").Example);
        Assert.Empty(ledger.NamesOf("mara-lind", new(2031, 6, 1), null, 10));
        Assert.Single(ledger.NamesOf("mara-lind", null, null, 1));
        Assert.Equal(("Mara Lind", "Belmere Council"), (ledger.NameOf("mara-lind"), ledger.NameOf("belmere-council")));
        Assert.Null(ledger.NameOf("nobody"));
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void Places_are_counted_over_the_latest_events(string home)
    {
        using var ledger = Open(home);

        var (places, events) = ledger.PlacesOf(new() { Actors = ["KRV"] }, 10);
        var place = Assert.Single(places);
        Assert.Equal(("Belmere", "BEL", 12.5, -3.25, "city", 2, 4), (place.Name, place.Country, place.Latitude, place.Longitude, place.Precision, place.Count, events));
        Assert.Equal(1, ledger.PlacesOf(new() { Actors = ["KRV"] }, 1).Events);
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void Statements_of_others_are_found_by_the_mentions_in_their_content(string home)
    {
        using var ledger = Open(home);

        Assert.Equal([Id(8)], ledger.StatementsAbout("belmere", null, null, 10));
        Assert.Empty(ledger.StatementsAbout("belmere", null, new(2031, 5, 2), 10));
        Assert.Empty(ledger.StatementsAbout("mara-lind", null, null, 10));
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void Actors_of_one_report_are_found_by_words_of_their_names(string home)
    {
        using var ledger = Open(home);

        Assert.Equal(("local:7", "Harbour_men", 1L), Assert.Single(ledger.LocalActors("HARBOUR", 5)));
        Assert.Empty(ledger.LocalActors("harbour men!", 5));
        Assert.Empty(ledger.LocalActors("Belmere Council", 5));
    }

    /// <summary>Entries of every kind: acts of Korvan's forces on Belmere, words of a minister, her names.</summary>
    internal static ImmutableArray<Entry> Entries()
    {
        var council = new Participant(Words(20, 27), "belmere-council", "Belmere Council", "BEL", "GOV");
        var guns = new Participant(Words(0, 11), null, null, "KRV", "MIL");
        var state = new Participant(Words(0, 6), "KRV", "Korva", "KRV");
        return
        [
            Event(1, "ASSAULT", 4, Factuality.Happened, guns, council) with { Places = [Place] },
            Event(2, "ASSAULT", 5, Factuality.Happened, guns, council) with { Voice = [Id(8)], Places = [Place] },
            Event(3, "ASSAULT", 5, Factuality.DidNotHappen, state, new(Words(20, 27), "BEL", "Belmere", "BEL")) with { Voice = [Id(8)] },
            Event(4, "AGREE", 5, Factuality.Planned, state, new(Words(20, 27), null, null, "BEL")) with { Recipients = [new(Words(20, 27), null, null, "BEL"), new(Words(28, 35), "local:7", "Harbour_men", "BEL")] },
            new StatementEntry
            {
                Id = Id(8), Report = Report.Id, Source = new(Words(37, 46), "mara-lind", null, "BEL", "GOV"), Naming = Naming.Named,
                Cue = Words(47, 51), Content = Words(0, 35), Manner = Manner.Indirect, Act = "say", Confidence = 0.9,
            },
            new MentionEntry { Id = Id(10), Report = Report.Id, Words = Words(37, 46), Names = MentionType.Person, Form = MentionForm.Name, Actor = "mara-lind", Why = "alias \"M. Lind\"" },
            new MentionEntry { Id = Id(12), Report = Report.Id, Words = Words(20, 27), Names = MentionType.Place, Form = MentionForm.Name, Actor = "belmere" },
            new MentionEntry { Id = Id(11), Report = Report.Id, Words = Words(56, 59), Names = MentionType.Person, Form = MentionForm.Pronoun, Actor = "mara-lind", Why = "pronoun" },
        ];
    }

    private static PlaceReference Place => new(Words(20, 27), "Belmere", "BEL", 12.5, -3.25, PlacePrecision.City);

    private static EventEntry Event(int number, string type, int month, Factuality factuality, Participant who, Participant whom) => new()
    {
        Id = Id(number),
        Report = Report.Id,
        Plover = type,
        Cameo = "190",
        Trigger = Words(12, 19),
        Actors = [who],
        Recipients = [whom],
        Time = new(Words(52, 54), new TimeInterval(new(2031, month, 1), new(2031, month, 2), TimeGranularity.Day)),
        Factuality = factuality,
        Confidence = 0.8,
    };

    private static Evidence Words(int start, int end) => new(Report, [new(start, end)]);

    private static string Id(int number) => number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    private LedgerStore Open(string home)
    {
        var ledger = LedgerStore.Open(home == "file" ? Path.Combine(_folder, "ledger.db") : server.NewDatabase());
        ledger.Append(Report, Entries(), "test");
        return ledger;
    }
}
