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

    private LedgerStore Open(string home)
    {
        var ledger = LedgerStore.Open(home == "file" ? Path.Combine(_folder, "ledger.db") : server.NewDatabase());
        Affairs.Append(ledger);
        return ledger;
    }
}
