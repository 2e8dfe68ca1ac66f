using System.Globalization;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Places;
using Heliograph.Store;
using Heliograph.Times;

namespace Heliograph.Benchmarks;

/// <summary>A ledger made for measuring: reports of ten entries each, over ten years, among sixty states.</summary>
internal static class MadeLedger
{
    /// <summary>How many entries a report has.</summary>
    public const int EntriesOfReport = 10;

    private const string Text = "Norland forces attacked Estmark on Sunday, a minister said. It denied this. Talks were held.";

    private static readonly string[] Types = ["ASSAULT", "CONSULT", "ACCUSE", "AID", "COERCE", "REQUEST"];
    private static readonly string[] States = [.. Enumerable.Range(0, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (i / 10))}{(char)('A' + (i % 10))}X"))];

    /// <summary>Adds the reports that are missing.</summary>
    /// <param name="place">The ledger: a file, or a connection string.</param>
    /// <param name="reports">How many there are to be.</param>
    public static void Fill(string place, int reports)
    {
        using var ledger = LedgerStore.Open(place);
        for (var i = (int)(ledger.Count(new()) / EntriesOfReport); i < reports; i++)
        {
            var report = Report(i);
            ledger.Append(report, [.. Entries(report, i)], "bench");
        }
    }

    /// <summary>The report of a number.</summary>
    public static Report Report(int i) => new(string.Create(CultureInfo.InvariantCulture, $"{Text} {i}"))
    {
        Input = string.Create(CultureInfo.InvariantCulture, $"r{i}"),
        Outlet = string.Create(CultureInfo.InvariantCulture, $"Outlet {i % 50}"),
        Published = new DateOnly(2021, 1, 1).AddDays(i % 3650),
    };

    // Five events, two statements, three mentions
    private static IEnumerable<Entry> Entries(Report report, int i)
    {
        for (var k = 0; k < 10; k++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{i:x16}{k:x16}");
            var (actor, recipient) = (States[((i * 7) + k) % 60], States[((i * 13) + (k * 5) + 1) % 60]);
            Evidence Words(int start, int end) => new(report, [new(start, end)]);
            yield return k switch
            {
                < 5 => new EventEntry
                {
                    Id = id,
                    Report = report.Id,
                    Plover = Types[(i + k) % Types.Length],
                    Cameo = "190",
                    Trigger = Words(15 + k, 23),
                    Actors = [new(Words(0, 14), actor, "Norland", actor, "MIL")],
                    Recipients = [new(Words(24, 31), recipient, "Estmark", recipient)],
                    Time = new(Words(32, 41), new TimeInterval(report.Published!.Value, report.Published.Value.AddDays(1), TimeGranularity.Day)),
                    Places = [new(Words(24, 31), $"Town {(i + k) % 400}", recipient, (((i * 7) + k) % 120) - 55, (((i * 11) + k) % 340) - 170, PlacePrecision.City)],
                    Factuality = (Factuality)((i + k) % 7),
                    Confidence = ((i + k) % 100) / 100.0,
                },
                < 7 => new StatementEntry
                {
                    Id = id,
                    Report = report.Id,
                    Source = new(Words(43, 53), actor, null, actor, "GOV"),
                    Naming = Naming.Unnamed,
                    Cue = Words(47 + k, 58),
                    Content = Words(0, 41),
                    Manner = Manner.Indirect,
                    Act = "say",
                },
                _ => new MentionEntry
                {
                    Id = id,
                    Report = report.Id,
                    Words = Words(k, 14),
                    Names = MentionType.State,
                    Form = MentionForm.Name,
                    Actor = actor,
                },
            };
        }
    }
}
