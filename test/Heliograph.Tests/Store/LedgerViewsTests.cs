using System.Globalization;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Tests.Store;

/// <summary>Events counted over time, between whom and where, in both homes of a ledger.</summary>
public sealed class LedgerViewsTests(PostgresServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, InlineData("file"), InlineData("database")]
    public void Counts_events_by_day_class_and_standing(string home)
    {
        using var ledger = Open(home);

        Assert.Equal(
            [
                new TimeTally("2031-05-03", 4, "happened", false, 1),
                new("2031-05-04", 4, "did not happen", false, 1),
                new("2031-05-04", 4, "happened", false, 1),
                new("2031-05-06", 1, "happened", true, 1),
                new("2031-05-06", 1, "planned", false, 1),
                new("2031-05-06", 4, "happened", false, 1),
            ],
            ledger.Times(new(), TallyBy.Day));
        Assert.Equal(6, ledger.Times(new(), TallyBy.Month).Sum(tally => tally.Count));
        Assert.Equal(5, ledger.Times(new() { Actors = ["NOR"] }, TallyBy.Month).Sum(tally => tally.Count)); // on either side, each event once
        Assert.Empty(ledger.Times(new() { Kinds = ["statement"] }, TallyBy.Day));
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void Counts_events_by_who_did_what_to_whom(string home)
    {
        using var ledger = Open(home);

        Assert.Equal([new PairTally("EST", "NOR", 1, 2), new("NOR", "EST", 4, 3)], ledger.Pairs(new()));
        Assert.Equal([new PairTally("NOR", "EST", 4, 3)], ledger.Pairs(new() { By = ["NOR"] }));
        Assert.Equal([("NOR", "Norland", "NOR"), ("nobody", "nobody", null)], ledger.Names(["NOR", "nobody"]).Select(name => (name.Id, name.Name, name.Code)));
        Assert.Equal("a minister", ledger.Names(["local:minister"])[0].Name);
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void Counts_events_by_place(string home)
    {
        using var ledger = Open(home);

        Assert.Equal(
            [new PlaceOfEvents("Hallow Ford", "EST", -3.25, 20.25, "city", 1, 2), new("Port Vesna", "EST", 10.5, 20.25, "city", 2, 2)], ledger.Places(new(), 10).Places);
        Assert.Equal("Hallow Ford", Assert.Single(ledger.Places(new() { Types = ["CONSULT"] }, 10).Places).Name);
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void Counts_what_days_classes_factualities_and_voices_leave(string home)
    {
        using var ledger = Open(home);

        foreach (var filter in new EntryFilter[]
        {
            new() { Quads = [4] }, new() { Quads = [1, 2] }, new() { Factualities = ["happened"] }, new() { Factualities = ["happened"], Voiced = true }, new() { Voiced = false },
            new() { From = new(2031, 5, 4) }, new() { From = new(2031, 5, 4), Until = new(2031, 5, 5), Kinds = ["event", "mention"] }, new() { Kinds = ["statement"] },
        })
        {
            var told = ledger.Search(filter, EntrySort.Newest, null, 100).Entries.Select(found => found.Entry).OfType<EventEntry>().ToList();
            Assert.Equal(told.Count(one => one is { Actors.Length: > 0, Recipients.Length: > 0 }), ledger.Pairs(filter).Sum(pair => pair.Count));
            Assert.Equal(told.Count(one => one.Places.Length > 0), ledger.Places(filter, 10).Places.Sum(place => place.Count));
            Assert.Equal(told.Count(one => one.Places.Length > 0), ledger.Places(filter with { Outlets = ["Harbour Post"] }, 10).Places.Sum(place => place.Count)); // asked of the entries themselves
            Assert.Equal(ledger.Pairs(filter), ledger.Pairs(filter with { Outlets = ["Harbour Post"] }));
        }
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void Tells_how_many_places_there_are_beside_the_foremost(string home)
    {
        using var ledger = Open(home);

        var (places, total) = ledger.Places(new(), 1);

        Assert.Equal((1, 2), (places.Length, total));
        Assert.Equal(0, ledger.Places(new() { Kinds = ["mention"] }, 1).Total);
    }

    [Theory, InlineData("file"), InlineData("database")]
    public void Counts_no_event_that_stands_no_more_until_it_is_found_again(string home)
    {
        using var ledger = Open(home);
        var before = Told(ledger);

        Affairs.Append(ledger, Affairs.Wording, number => number is 1 or 4);
        Assert.Equal([new PairTally("EST", "NOR", 1, 1), new("NOR", "EST", 4, 1)], ledger.Pairs(new()));
        Assert.Equal(2, ledger.Places(new(), 10).Places.Sum(place => place.Count));
        Assert.Equal(1, ledger.Ties(new() { Actors = ["NOR"] }).Given.Sum(acts => acts.Count));
        ledger.Correct(2.ToString("x32", CultureInfo.InvariantCulture), new() { Kind = "event", Anchor = "", Verb = CorrectionVerb.Change, Field = "type", Value = "PROTEST", Author = "desk", At = default });
        Assert.Equal(2, ledger.Pairs(new()).Sum(pair => pair.Count)); // what is said of it brings it not back
        Assert.True(ledger.Undo(1));

        Affairs.Append(ledger, Affairs.Wording, _ => true, "another");
        Assert.Equal(before, Told(ledger));

        static string Told(LedgerStore ledger) => string.Join('\n', ledger.Pairs(new()).Select(pair => $"{pair}").Concat(ledger.Places(new(), 9).Places.Select(place => $"{place}"))
            .Concat(ledger.Ties(new() { Actors = ["NOR"] }).Given.Select(acts => $"{acts}")));
    }

    private LedgerStore Open(string home)
    {
        var ledger = LedgerStore.Open(home == "file" ? Path.Combine(_folder, "ledger.db") : server.NewDatabase());
        Affairs.Append(ledger);
        return ledger;
    }
}
