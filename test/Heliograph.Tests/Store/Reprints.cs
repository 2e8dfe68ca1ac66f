using Heliograph.Documents;
using Heliograph.Store;

namespace Heliograph.Tests.Store;

/// <summary>Invented stories, and what other outlets make of them.</summary>
internal static class Reprints
{
    private static readonly string[] Words =
        "mara quill said general venn korvan belmere norland estmark harbour bridge council grain rail port talks army river mayor vote strike coal ferry court law farm union price road winter school fleet border envoy treaty fire storm market tower"
            .Split(' ');

    /// <summary>A story of its own; another one for each number.</summary>
    public static string Story(int number, int words = 150)
    {
        var random = new Random(number);
        return string.Join(' ', Enumerable.Range(0, words).Select(i => Words[random.Next(Words.Length)] + (i % 12 == 11 ? "." : "")));
    }

    /// <summary>A story as another outlet prints it: cut, with a head of its own.</summary>
    public static string Reprint(string story, string outlet) =>
        $"{outlet.ToUpperInvariant()} — “A new head”.\n\n{story[..(story.Length * 3 / 4)]}\n\nAll rights are with {outlet}, which thanks its readers.";

    /// <summary>Reports of two stories by three outlets, one of them in two versions, and one that stands alone.</summary>
    public static IReadOnlyList<Report> All { get; } =
    [
        Report("first", Story(1), "Harbour Post", 3),
        Report("copy", Reprint(Story(1), "Estmark Daily"), "Estmark Daily", 4),
        Report("late", Reprint(Story(1), "Norland Wire"), "Norland Wire", null),
        Report("second", Story(2), "Harbour Post", 5),
        Report("updated", Story(2) + " More is known by now, the council says.", "Harbour Post", 6, "https://www.harbour.example/second/"),
        Report("rewritten", Story(3), "Harbour Post", 7, "https://harbour.example/second#top"),
        Report("alone", Story(4), "Norland Wire", 5),
    ];

    /// <summary>Puts them into a ledger and tells what was found.</summary>
    public static string Append(string place)
    {
        using (var ledger = LedgerStore.Open(place))
        {
            foreach (var report in All) ledger.Append(report, [], "test");
        }

        return Told(place);
    }

    /// <summary>Which report copies and which revises which, in the order of the reports.</summary>
    public static string Told(string place)
    {
        using var ledger = LedgerStore.OpenToRead(place);
        return string.Join('\n', All.Select(report =>
            $"{report.Input} < {ledger.CopiesOf(report.Id, 5).Origin?.Input ?? "-"}; {string.Join(' ', ledger.Versions(report.Id, 5).Select(version => version.Input))}"));
    }

    /// <summary>A report of one day in May 2031.</summary>
    public static Report Report(string input, string text, string outlet, int? day, string? url = null) => new(text)
    {
        Input = input,
        Title = "Of " + (input is "updated" ? "second" : input),
        Outlet = outlet,
        Published = day is { } known ? new(2031, 5, known) : null,
        Url = url,
    };
}
