using System.Globalization;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Places;
using Heliograph.Store;
using Heliograph.Times;

namespace Heliograph.Benchmarks;

/// <summary>A ledger made for measuring: reports of ten entries each, over ten years, among sixty states.</summary>
/// <remarks>
/// What entries are follows from their numbers, so that some conditions never meet although each is common; words, outlets and states are as unequally
/// common as in real ones.
/// </remarks>
internal static class MadeLedger
{
    /// <summary>How many entries a report has.</summary>
    public const int EntriesOfReport = 10;

    /// <summary>The state that takes part in two of five events, of a ledger that has one.</summary>
    public const string Foremost = "QQX";

    private const string Text = "Norland forces attacked Estmark on Sunday, a minister said. It denied this. Talks were held.";
    private const int WordsBehind = 30; // of each report's own, so that none is a copy of another

    private static readonly string[] Types = ["ASSAULT", "CONSULT", "ACCUSE", "AID", "COERCE", "REQUEST"];
    private static readonly string[] Modes = ["aerial", "firearms", "beat"];
    private static readonly string[] Syllables = ["ka", "lo", "mi", "ne", "ru", "ta", "vo", "shi", "bar", "del", "fen", "gor", "hal", "jun", "pel", "sar"];
    private static readonly string[] States = [.. Enumerable.Range(0, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (i / 10))}{(char)('A' + (i % 10))}X"))];

    /// <summary>Adds the reports that are missing.</summary>
    /// <param name="place">The ledger: a file, or a connection string.</param>
    /// <param name="reports">How many there are to be.</param>
    /// <param name="hasForemost">Whether <see cref="Foremost"/> is in it.</param>
    public static void Fill(string place, int reports, bool hasForemost = false)
    {
        using var ledger = LedgerStore.Open(place);
        for (var i = (int)(ledger.Count(new()) / EntriesOfReport); i < reports; i++)
        {
            var report = Report(i);
            ledger.Append(report, [.. Entries(report, i).Select(entry => hasForemost ? WithForemost(entry, i) : entry)], "bench");
        }
    }

    /// <summary>Judges the judgements that are missing: as right, an event of every so many reports.</summary>
    /// <param name="place">The ledger.</param>
    /// <param name="judgements">How many there are to be.</param>
    /// <param name="reports">How many reports the ledger has.</param>
    public static void Judge(string place, int judgements, int reports)
    {
        using var ledger = LedgerStore.Open(place);
        var at = new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = ledger.AllCorrections().Length; i < judgements; i++)
        {
            ledger.Correct(Id(i * (reports / judgements), i % 5), new() { Kind = "event", Anchor = "", Verb = CorrectionVerb.Accept, Author = "desk", At = at.AddSeconds(10 * i) });
        }
    }

    /// <summary>The report of a number.</summary>
    public static Report Report(int i) => new(string.Create(CultureInfo.InvariantCulture, $"{Text} {string.Join(' ', Enumerable.Range(0, WordsBehind).Select(place => Word(i, place)))} {i}"))
    {
        Input = string.Create(CultureInfo.InvariantCulture, $"r{i}"),
        Outlet = i % 3 == 0 ? "Agency" : string.Create(CultureInfo.InvariantCulture, $"Outlet {i % 50}"),
        Published = new DateOnly(2021, 1, 1).AddDays(i % 3650),
    };

    // It does what two of ten reports tell, and is done what two others tell; it says what the former quote
    private static Entry WithForemost(Entry entry, int i)
    {
        static Participant Named(Participant one) => one with { Actor = Foremost, Code = Foremost };
        return (entry, i % 5) switch
        {
            (EventEntry told, 0) => told with { Actors = [.. told.Actors.Select(Named)] },
            (EventEntry told, 1) => told with { Recipients = [.. told.Recipients.Select(Named)] },
            (StatementEntry { Source: { } source } said, 0) => said with { Source = Named(source) },
            (MentionEntry mention, 0) => mention with { Actor = Foremost },
            _ => entry,
        };
    }

    // The first is one of twelve, the second of 300, the others of 20,000
    private static string Word(int report, int place)
    {
        var drawn = (((uint)report * 40_503) + ((uint)place * 2_654_435_761)) * 2_246_822_519;
        var number = (int)((drawn >> 8) % (place switch { 0 => 12, 1 => 300, _ => 20_000 }));
        return string.Concat(Enumerable.Range(0, 4).Select(i => Syllables[(number >> (4 * i)) & 15]));
    }

    // Five events, two statements, three mentions
    private static IEnumerable<Entry> Entries(Report report, int i)
    {
        var behind = report.Text.LastIndexOf(' ');
        for (var k = 0; k < 10; k++)
        {
            var id = Id(i, k);
            var (actor, recipient) = (k == 1 && i % 2 == 0 ? "BAX" : States[((i * 7) + k) % 60], States[((i * 13) + (k * 5) + 1) % 60]);
            var day = k == 2 ? report.Published!.Value.AddDays(-(i % 900)) : report.Published!.Value;
            Evidence Words(int start, int end) => new(report, [new(start, end)]);
            yield return k switch
            {
                < 5 => new EventEntry
                {
                    Id = id,
                    Report = report.Id,
                    Plover = Types[(i + k) % Types.Length],
                    Mode = (i + k) % Types.Length == 0 ? Modes[i % Modes.Length] : null,
                    Cameo = "190",
                    Trigger = Words(15 + k, 23),
                    Actors = [new(Words(0, 14), actor, "Norland", actor, i % 97 == 0 ? "REB" : "MIL")],
                    Recipients = k == 4
                        ? [new(Words(24, 31), string.Create(CultureInfo.InvariantCulture, $"{recipient}:P{i % 5000}"), "Estmark", recipient, "CVL")]
                        : [new(Words(24, 31), recipient, "Estmark", recipient)],
                    Time = k == 3 ? null : new(Words(32, 41), new TimeInterval(day, day.AddDays(1), TimeGranularity.Day)),
                    Places = [new(Words(24, 31), $"Town {(i + k) % 400}", recipient, (((i * 7) + k) % 120) - 55, (((i * 11) + k) % 340) - 170, PlacePrecision.City)],
                    Factuality = (Factuality)((i + k) % 7),
                    Confidence = ((i + k) % 100) / 100.0,
                    Voice = k is 1 or 2 ? [Id(i, 5)] : [],
                },
                < 7 => new StatementEntry
                {
                    Id = id,
                    Report = report.Id,
                    Source = new(Words(43, 53), actor, null, actor, "GOV"),
                    Naming = Naming.Unnamed,
                    Cue = Words(47 + k, 58),
                    Content = k == 5 ? Words(0, 41) : Words(Text.Length + 1, behind),
                    Manner = Manner.Indirect,
                    Act = k == 5 || i % 5 > 0 ? "say" : "deny",
                    Confidence = i % 4 == 0 ? null : ((i * 3) + k) % 100 / 100.0,
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

    private static string Id(int report, int entry) => string.Create(CultureInfo.InvariantCulture, $"{report:x16}{entry:x16}");
}
