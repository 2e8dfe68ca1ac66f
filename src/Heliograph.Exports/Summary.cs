using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>An entry in one line for people.</summary>
internal static class Summary
{
    /// <summary>For example <c>ASSAULT (aerial): Korvan forces → Belmere; did not happen; said by Mara Quill</c>.</summary>
    public static string Of(ReportView view, Entry entry) => string.Join("; ", Parts(view, entry).Concat(Voice(view, entry)).Concat(Marks(entry)));

    /// <summary>What people made of an entry; none where nobody looked.</summary>
    public static IEnumerable<string> Marks(Entry entry) => entry.Review is { } review ? [Printable.Line($"{review.Mark} by {review.By}")] : [];

    /// <summary>The CAMEO code of an event; null where people changed its type, for the code was that of the old one.</summary>
    public static string? Cameo(EventEntry told) => told.Review?.Was.Any(was => was.Field == "type") == true ? null : told.Cameo;

    /// <summary>The words that an entry rests on, each with the part it plays; in text order.</summary>
    public static IEnumerable<(string Role, Evidence Words)> Roles(Entry entry)
    {
        IEnumerable<(string Role, Evidence? Words)> roles = entry switch
        {
            MentionEntry mention => [("mention", mention.Words)],
            StatementEntry statement =>
            [
                ("source", statement.Source?.Words), ("cue", statement.Cue), ("content", statement.Content), ("venue", statement.Venue),
                ("time", statement.Time?.Words),
            ],
            EventEntry told =>
            [
                ("trigger", told.Trigger), .. told.Actors.Select(one => ("actor", (Evidence?)one.Words)),
                .. told.Recipients.Select(one => ("recipient", (Evidence?)one.Words)), .. told.Places.Select(place => ("place", (Evidence?)place.Words)),
                ("time", told.Time?.Words), ("likelihood", told.Likelihood?.Words), ("killed", told.Killed?.Words), ("injured", told.Injured?.Words),
                ("arrested", told.Arrested?.Words), ("displaced", told.Displaced?.Words),
            ],
            _ => throw new InvalidOperationException($"No roles are defined for entries of kind '{entry.Kind}'. Define them here."),
        };
        return roles.Where(role => role.Words is not null).Select(role => (role.Role, role.Words!)).OrderBy(role => role.Item2.Spans[0].Start);
    }

    /// <summary>The same of a statement, less what is said.</summary>
    public static string WithoutContent(ReportView view, StatementEntry statement) =>
        string.Join("; ", new[] { Said(view, statement) }.Concat(Voice(view, statement)).Concat(Marks(statement)));

    private static IEnumerable<string> Parts(ReportView view, Entry entry)
    {
        switch (entry)
        {
            case EventEntry told:
                var mode = told.Mode is { } known ? $" ({known})" : "";
                var to = told.Recipients.IsEmpty ? "" : $" → {Names(view, told.Recipients)}";
                yield return Printable.Line($"{told.Plover}{mode}: {(told.Actors.IsEmpty ? "someone" : Names(view, told.Actors))}{to}");
                yield return Terms.Of(told.Factuality);
                break;
            case StatementEntry statement:
                yield return Printable.Line($"{Said(view, statement)}: {view.Words(statement.Content)}");
                break;
            case MentionEntry mention:
                yield return Printable.Line($"{view.Words(mention.Words)} = {mention.Actor}");
                break;
        }
    }

    private static string Said(ReportView view, StatementEntry statement) => Printable.Line(
        $"{(statement.Source is { } who ? view.NameOrWords(who) : "someone")} ({statement.Act}{(statement.Polarity is { } denied ? $", {denied}" : "")})");

    private static IEnumerable<string> Voice(ReportView view, Entry entry) =>
        entry.Voice.IsEmpty ? [] : [Printable.Line("said by " + string.Join(", as told by ", view.Speakers(entry).Reverse().DefaultIfEmpty("a source")))];

    private static string Names(ReportView view, IEnumerable<Participant> who) => string.Join(", ", who.Select(view.NameOrWords));
}
