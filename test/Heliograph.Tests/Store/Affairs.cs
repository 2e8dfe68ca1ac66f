using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Places;
using Heliograph.Store;
using Heliograph.Times;

namespace Heliograph.Tests.Store;

/// <summary>Events between invented countries, for what counts them over time, between whom and where.</summary>
internal static class Affairs
{
    private const string Text = "Norland forces attacked Estmark at Port Vesna on Sunday, a minister said. Talks were held.";

    /// <summary>Puts them into a ledger: two attacks and a denied one by Norland, one planned and one quoted visit by Estmark, and a protest of nobody against nobody.</summary>
    public static void Append(LedgerStore ledger) => Append(ledger, Text, _ => true);

    /// <summary>Puts some of them into a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="text">The text that tells them.</param>
    /// <param name="isFound">Which of them are found in it, by the number of the affair.</param>
    /// <param name="input">What the text was read by.</param>
    public static void Append(LedgerStore ledger, string text, Predicate<int> isFound, string input = "affairs")
    {
        var report = new Report(text) { Input = input, Title = "Affairs", Outlet = "Harbour Post", Published = new(2031, 5, 4) };
        var said = new StatementEntry
        {
            Id = "00000000000000000000000000000099",
            Report = report.Id,
            Source = new(Words(report, 57, 67), "local:minister", null, "NOR", "GOV"),
            Naming = Naming.Unnamed,
            Cue = Words(report, 68, 72),
            Content = Words(report, 0, 55),
            Manner = Manner.Indirect,
            Act = "say",
        };
        Entry[] all =
        [
            Event(report, 1, "ASSAULT", "NOR", "EST", new(2031, 5, 3), Factuality.Happened, place: "Port Vesna"),
            Event(report, 2, "ASSAULT", "NOR", "EST", new(2031, 5, 4), Factuality.Happened, place: "Port Vesna"),
            Event(report, 3, "COERCE", "NOR", "EST", new(2031, 5, 4), Factuality.DidNotHappen, place: "Hallow Ford"),
            Event(report, 4, "CONSULT", "EST", "NOR", new(2031, 5, 6), Factuality.Planned, place: "Hallow Ford"),
            Event(report, 5, "CONSULT", "EST", "NOR", new(2031, 5, 6), Factuality.Happened, said.Id),
            Event(report, 6, "PROTEST", null, null, new(2031, 5, 6), Factuality.Happened),
            said,
        ];
        ledger.Append(report, [.. all.Where((_, i) => isFound(i + 1))], "test");
    }

    /// <summary>Puts them into a ledger, then fewer of them as another reading found them, and tells what is counted.</summary>
    public static string Told(string place)
    {
        using (var ledger = LedgerStore.Open(place))
        {
            Append(ledger);
            Append(ledger, Text, number => number != 2);
        }

        return Counted(place);
    }

    /// <summary>What is counted of the events of a ledger: pairs, places, and the acts of a state.</summary>
    public static string Counted(string place)
    {
        using var ledger = LedgerStore.OpenToRead(place);
        var norland = ledger.Ties(new() { Actors = ["NOR"] });
        return string.Join('\n', [.. ledger.Pairs(new()).Select(pair => $"{pair}"), .. ledger.Places(new(), 9).Places.Select(one => $"{one}"), .. norland.Given.Concat(norland.Received).Select(acts => $"{acts}")]);
    }

    /// <summary>The text that tells them.</summary>
    public static string Wording => Text;

    private static EventEntry Event(
        Report report, int number, string type, string? by, string? to, DateOnly day, Factuality factuality, string? voice = null, string? place = null) => new()
        {
            Id = FormattableString.Invariant($"{number:x32}"),
            Report = report.Id,
            Plover = type,
            Cameo = "190",
            Trigger = Words(report, 15, 23),
            Actors = by is null ? [] : [new(Words(report, 0, 7), by, by == "NOR" ? "Norland" : "Estmark", by)],
            Recipients = to is null ? [] : [new(Words(report, 24, 31), to, to == "NOR" ? "Norland" : "Estmark", to)],
            Places = place is null ? [] : [new(Words(report, 35, 45), place, "EST", place == "Port Vesna" ? 10.5 : -3.25, 20.25, PlacePrecision.City)],
            Time = new(Words(report, 46, 55), new TimeInterval(day, day.AddDays(1), TimeGranularity.Day)),
            Factuality = factuality,
            Voice = voice is null ? [] : [voice],
            Confidence = 0.8,
        };

    private static Evidence Words(Report report, int start, int end) => new(report, [new(start, end)]);

    /// <summary>An event told to have been in an invented town; anything else as it is.</summary>
    public static Entry InBelmere(Entry entry) => entry is EventEntry told
        ? told with { Places = [new(told.Trigger, "Belmere", "BLM", 1, 2, PlacePrecision.City), new(told.Trigger, "Far Belmere", "BLM", 1, 2, PlacePrecision.City)] }
        : entry;
}
