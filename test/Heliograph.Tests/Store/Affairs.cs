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
    public static void Append(LedgerStore ledger)
    {
        var report = new Report(Text) { Input = "affairs", Title = "Affairs", Outlet = "Harbour Post", Published = new(2031, 5, 4) };
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
        ledger.Append(
            report,
            [
                Event(report, 1, "ASSAULT", "NOR", "EST", new(2031, 5, 3), Factuality.Happened, place: "Port Vesna"),
                Event(report, 2, "ASSAULT", "NOR", "EST", new(2031, 5, 4), Factuality.Happened, place: "Port Vesna"),
                Event(report, 3, "COERCE", "NOR", "EST", new(2031, 5, 4), Factuality.DidNotHappen, place: "Hallow Ford"),
                Event(report, 4, "CONSULT", "EST", "NOR", new(2031, 5, 6), Factuality.Planned, place: "Hallow Ford"),
                Event(report, 5, "CONSULT", "EST", "NOR", new(2031, 5, 6), Factuality.Happened, said.Id),
                Event(report, 6, "PROTEST", null, null, new(2031, 5, 6), Factuality.Happened),
                said,
            ],
            "test");
    }

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
