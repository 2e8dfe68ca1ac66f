namespace Heliograph.Browser;

/// <summary>The screens that the checks of every screen look at, over the demo's ledger. Whoever adds a screen adds it here.</summary>
public static class Screens
{
    /// <summary>A report of the samples, in the reader.</summary>
    public const string Sample = "/sample/brennick-raid-courier";

    /// <summary>The ledger as the navigation opens it.</summary>
    public const string Ledger = "/ledger?kind=event&kind=statement";

    /// <summary>Every screen by the name of its pictures, and where it stands; also those that have nothing to show, or too much.</summary>
    public static IReadOnlyDictionary<string, string> Paths { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["try"] = "/",
        ["reader"] = Sample,
        ["ledger"] = Ledger,
        ["ledger-all"] = "/ledger",
        ["timeline"] = "/ledger/timeline",
        ["timeline-empty"] = "/ledger/timeline?country=XYZ",
        ["network"] = "/ledger/network",
        ["map"] = "/ledger/map",
        ["export"] = "/ledger/export?kind=event",
        ["nothing-left"] = "/ledger?kind=event&country=XYZ",
        ["wide-filter"] = "/ledger?type=NONE&text=" + new string('x', 300),
        ["review"] = "/review",
        ["review-nothing"] = "/review?country=XYZ",
        ["review-log"] = "/review/log",
        ["review-orphans"] = "/review/orphans",
        ["review-learnt"] = "/review/learnt",
        ["actors"] = "/a?name=minister",
        ["dossier"] = "/a/:GOV",
        ["dossier-empty"] = "/a/PAK",
        ["missing-actor"] = "/a/nobody-at-all",
        ["pair"] = "/pair?a=:REB&b=:GOV",
        ["runs"] = "/runs",
        ["run"] = "/runs/1",
        ["missing-report"] = "/d/000000",
        ["missing-page"] = "/nothing/here",
    };

    /// <summary>The names, as the data of a theory.</summary>
    public static TheoryData<string> Names => new(Paths.Keys);
}
