using System.Globalization;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Web.Pages;

/// <summary>Says in words what entries hold.</summary>
public static class Phrases
{
    /// <summary>The letter and the name of a role.</summary>
    public static (string Letter, string Name, string Layer) Of(WordRole role) => role switch
    {
        WordRole.Content => ("“", "what is said", "speech"),
        WordRole.Expected => ("E", "what is expected", "expectations"),
        WordRole.Name => ("N", "name", "names"),
        WordRole.Time => ("T", "time", "times"),
        WordRole.Place => ("P", "place", "places"),
        WordRole.Likelihood => ("L", "likelihood", "expectations"),
        WordRole.Recipient => ("R", "recipient", "actors"),
        WordRole.Actor => ("A", "actor", "actors"),
        WordRole.Source => ("S", "source", "speech"),
        WordRole.Cue => ("V", "verb of saying", "speech"),
        WordRole.Action => ("D", "deed", "actions"),
        _ => throw new InvalidOperationException($"No words are known for the role {role}. Add them here."),
    };

    /// <summary>What the underline of a standing looks like, and what it says.</summary>
    public static string Of(Standing standing) => standing switch
    {
        Standing.None => "",
        Standing.Asserted => "told as fact",
        Standing.Reported => "reported",
        Standing.Open => "planned, possible or asked for",
        Standing.Denied => "denied",
        _ => throw new InvalidOperationException($"No words are known for {standing}. Add them here."),
    };

    /// <summary>A day as people of all countries read it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment in UTC.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A number with its thousands set apart.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number and what it counts.</summary>
    public static string Count(long count, string one, string? many = null) => $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary>A confidence, such as .83.</summary>
    public static string Sure(double confidence) => confidence.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Who someone is: the words, the name behind them where it is another, cut to one line.</summary>
    public static string Who(Report report, Participant who)
    {
        var words = who.Words.In(report.Text);
        return Shown.Line(who.Name is { } name && !words.Contains(name, StringComparison.OrdinalIgnoreCase) ? $"{words} = {name}" : words, 120);
    }

    /// <summary>The codes of someone, such as AFG:REB; empty where nothing tells.</summary>
    public static string Code(Participant who) => who.Sector is { } sector ? $"{who.Code}:{sector}" : who.Code ?? "";

    /// <summary>A type as people read it: ASSAULT aerial.</summary>
    public static string Type(EventEntry told) => told.Mode is { } mode ? $"{told.Plover} {mode}" : told.Plover;

    /// <summary>The beginning of an entry's id: it names the entry within its report's page.</summary>
    public static string Brief(string id) => id.Length > 12 ? id[..12] : id;

    /// <summary>The digits of a report's id.</summary>
    public static string Hash(Report report) => report.Id[(report.Id.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The place of a report's page.</summary>
    public static string Link(Report report) => "/d/" + Hash(report)[..16];

    /// <summary>The place of what changed from one version of a report to another.</summary>
    public static string Changes(Report before, Report after) => $"{Link(after)}/changes?from={Hash(before)[..16]}";

    /// <summary>An entry on one line: its type, who, its words, to whom.</summary>
    public static string Told(Report report, Entry entry) => Shown.Line(entry switch
    {
        EventEntry told => $"{Type(told)}: {string.Join(", ", told.Actors.Select(one => Who(report, one)))} {told.Trigger.In(report.Text)} {string.Join(", ", told.Recipients.Select(one => Who(report, one)))}",
        StatementEntry said => $"{said.Act}: {(said.Source is { } source ? Who(report, source) : "somebody")} {said.Cue.In(report.Text)} “{said.Content.In(report.Text)}”",
        MentionEntry mention => mention.Words.In(report.Text),
        _ => throw new InvalidOperationException($"No line is known for entries of kind '{entry.Kind}'. Add one here."),
    }, 160);

    /// <summary>What a correction did.</summary>
    public static string Did(CorrectionVerb verb) => verb switch
    {
        CorrectionVerb.Accept => "accepted",
        CorrectionVerb.Reject => "rejected",
        CorrectionVerb.Change => "changed",
        CorrectionVerb.Merge => "merged",
        CorrectionVerb.Split => "split",
        _ => throw new InvalidOperationException($"No word is known for {verb}. Add it here."),
    };

    /// <summary>Where a report was published, to be copied.</summary>
    public static string Citation(Report report)
    {
        string?[] parts = [report.Authors.IsEmpty ? null : string.Join(", ", report.Authors), $"“{report.Title ?? report.Input}”", report.Outlet, report.Published is { } day ? Day(day) : null, report.Url];
        return Shown.Line(string.Join(", ", parts.OfType<string>()) + ". " + report.Id + ".", 1000);
    }
}
