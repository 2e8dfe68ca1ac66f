using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Places;
using Heliograph.Store;
using Heliograph.Times;

namespace Heliograph.Tests.Store;

/// <summary>Pages by conditions that meet often, seldom and never: the same whichever way leads to them, and in both homes.</summary>
public abstract class LedgerPagesTests
{
    private const int Reports = 40;
    private const int PageSize = 13;

    private static readonly string[] Conditions =
    [
        "kind=event", "kind=statement", "kind=mention", "kind=event&kind=mention", "type=ASSAULT", "type=ASSAULT&type=say", "mode=aerial", "quad=4", "quad=1&quad=4",
        "factuality=happened", "voice=source", "voice=outlet", "confidence=0.5", "country=BLM", "place=Port 2", "outlet=Harbour Post", "actor=NRL", "actor=:MIL",
        "actor=NRL&actor=:GOV", "by=NRL", "to=EST", "source=:GOV", "copies=no", "text=korvan", "text=%22the+envoy%22", "from=2031-02-01", "until=2031-03-01",
        "published-from=2031-02-10", "published-until=2031-02-20", "report=r3",
    ];

    // Each makes another way the one that is gone
    private static readonly PageBounds[] Bounds =
    [
        new(), new() { AtOnce = 0, Near = 1_000, NearWords = 1_000 }, new() { AtOnce = 0, Near = 3, NearWords = 2, FewFound = 1_000, FewestFound = 1_000 },
        new() { AtOnce = 0, Near = 3, NearWords = 2, FewFound = 0, FewestFound = 0, FirstBatch = 5 }, new() { AtOnce = 5, Near = 3, NearWords = 2, FewFound = 30, FewestFound = 10, FirstBatch = 5 },
    ];

    private protected abstract string Place { get; }

    [Fact]
    public void Are_the_same_whichever_way_leads_to_them()
    {
        Fill();
        using var ledger = LedgerStore.OpenToRead(Place);
        Assert.NotEqual(ledger.Count(new()), ledger.Count(new() { Copies = false }));
        foreach (var filter in Filters())
        {
            var expected = ledger.Choose(filter).SelectMany(one => one.Entries).Select(entry => entry.Id).Order(StringComparer.Ordinal).ToList();
            foreach (var sort in Enum.GetValues<EntrySort>())
            {
                var pages = Bounds.Select(bounds =>
                {
                    ledger.Bounds = bounds;
                    return All(ledger, filter, sort);
                }).ToList();
                Assert.All(pages, page => Assert.Equal(pages[0], page));
                if (sort != EntrySort.Surest) Assert.Equal((filter.Query(), ""), (filter.Query(), $"{string.Join(' ', expected.Except(pages[0]))}{string.Join(' ', pages[0].Except(expected))}"));
                else Assert.Empty(pages[0].Except(expected));
            }
        }
    }

    [Fact]
    public void Hold_what_was_written_since_the_last_one()
    {
        Fill();
        using var ledger = LedgerStore.OpenToRead(Place);
        ledger.Bounds = Bounds[3];
        var filter = EntryFilter.Parse("type=ASSAULT&outlet=Harbour Post&factuality=happened").Filter!;
        var before = All(ledger, filter, EntrySort.Newest);

        using (var writer = LedgerStore.Open(Place)) Append(writer, Reports);

        var after = All(ledger, filter, EntrySort.Newest);
        Assert.True(after.Count > before.Count);
        Assert.Equal(before.Order(StringComparer.Ordinal), after.Intersect(before).Order(StringComparer.Ordinal));
    }

    // One condition, and two and three of them that are not alike
    private static IEnumerable<EntryFilter> Filters()
    {
        var random = new Random(7);
        var several = Enumerable.Range(0, 40).Select(i => string.Join('&', Enumerable.Range(0, 2 + (i % 2)).Select(_ => Conditions[random.Next(Conditions.Length)])));
        return Conditions.Prepend("").Concat(several).Select(text => EntryFilter.Parse(text).Filter!);
    }

    private static List<string> All(LedgerStore ledger, EntryFilter filter, EntrySort sort)
    {
        var seen = new List<string>();
        for (string? next = null; ;)
        {
            var page = ledger.Search(filter, sort, next, PageSize);
            Assert.True(page.Next is null || page.Entries.Length > 0);
            seen.AddRange(page.Entries.Select(found => found.Entry.Id));
            if (page.Next is null) return seen;
            next = page.Next;
        }
    }

    private void Fill()
    {
        using var ledger = LedgerStore.Open(Place);
        for (var i = 0; i < Reports; i++) Append(ledger, i);
        ledger.Append(Report(2), [.. Entries(2).Skip(1)], "newer"); // one of them stands no more
    }

    private static void Append(LedgerStore ledger, int i) => ledger.Append(Report(i), [.. Entries(i)], "test");

    // Each fifth is a copy of the one before
    private static Report Report(int i) => i % 5 == 4 ? Report(i, Text(i - 1) + " So the wire service tells it.") : Report(i, Text(i));

    private static string Text(int i) => $"Norland forces struck Estmark, the envoy {(i % 3 == 0 ? "of Korvan" : "at Belmere")} said on day {i}. {Reprints.Story(i)}";

    private static Report Report(int i, string text) => new(text)
    {
        Input = $"r{i}",
        Outlet = i % 4 == 3 ? null : i % 2 == 0 ? "Harbour Post" : "Norland Wire",
        Published = i % 9 == 8 ? null : new DateOnly(2031, 1, 1).AddDays(i * 2),
    };

    private static IEnumerable<Entry> Entries(int i)
    {
        var report = Report(i);
        Evidence Words(int start, int end) => new(report, [new(start, end)]);
        string Id(int k) => $"{i:x16}{k:x16}";
        for (var k = 0; k < 4; k++)
        {
            yield return new EventEntry
            {
                Id = Id(k),
                Report = report.Id,
                Plover = (i + k) % 3 == 0 ? "ASSAULT" : "CONSULT",
                Mode = (i + k) % 6 == 0 ? "aerial" : null,
                Cameo = "190",
                Trigger = Words(15 + k, 21),
                Actors = [new(Words(0, 14), "NRL", "Norland", "NRL", k == 1 ? "GOV" : "MIL"), .. k == 2 ? [new Participant(Words(0, 7), "NRL", "Norland", "NRL", "GOV")] : Array.Empty<Participant>()],
                Recipients = [new(Words(22, 29), k == 3 ? "NRL" : "EST", "Estmark", k == 3 ? "NRL" : "EST")],
                Time = (i + k) % 4 == 0 ? null : new(Words(0, 7), new TimeInterval(new DateOnly(2031, 3, 20).AddDays(-i), new DateOnly(2031, 3, 21).AddDays(-i), TimeGranularity.Day)),
                Places = [new(Words(22, 29), $"Port {(i + k) % 5}", k == 0 ? "BLM" : "EST", 1, 2, PlacePrecision.City)],
                Factuality = (Factuality)((i + k) % 3),
                Confidence = (i + k) % 7 == 0 ? null : ((i * 3) + k) % 10 / 10.0,
                Voice = k == 2 ? [Id(4)] : [],
            };
        }

        yield return new StatementEntry
        {
            Id = Id(4),
            Report = report.Id,
            Source = new(Words(31, 40), null, null, i % 2 == 0 ? "NRL" : "EST", "GOV"),
            Naming = Naming.Unnamed,
            Cue = Words(31, 34),
            Content = Words(0, 45),
            Manner = Manner.Indirect,
            Act = "say",
            Confidence = i % 10 / 10.0,
        };
        yield return new MentionEntry { Id = Id(5), Report = report.Id, Words = Words(22, 29), Names = MentionType.State, Form = MentionForm.Name, Actor = "EST" };
    }
}

public sealed class SqlitePagesTests : LedgerPagesTests, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    private protected override string Place => Path.Combine(_folder, "ledger.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

public sealed class PostgresPagesTests(PostgresServer server) : LedgerPagesTests
{
    private readonly Lazy<string> _place = new(server.NewDatabase);

    private protected override string Place => _place.Value;
}
