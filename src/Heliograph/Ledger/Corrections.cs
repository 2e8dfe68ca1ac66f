using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Documents;

namespace Heliograph.Ledger;

/// <summary>Applies what people said to entries.</summary>
/// <remarks>
/// Fields that can be changed: of an event <c>type</c>, <c>mode</c>, <c>factuality</c>, <c>roles</c> (to <c>swap</c>),
/// <c>actor</c> and <c>recipient</c> (to spans), <c>who</c> (to <c>ID=ID</c>); of a statement <c>act</c>, <c>naming</c>,
/// <c>source</c>, <c>content</c> and <c>who</c>; of a mention <c>actor</c>.
/// </remarks>
public static class Corrections
{
    /// <summary>The words that a correction of an entry is tied to: those of an event's trigger, of a statement's cue, of a
    /// mention; as <c>start-end,start-end</c> in Unicode code points.</summary>
    public static string Anchor(CodePoints codePoints, Entry entry)
    {
        var words = entry switch
        {
            EventEntry told => told.Trigger,
            StatementEntry statement => statement.Cue,
            MentionEntry mention => mention.Words,
            _ => throw new InvalidOperationException($"No anchor is defined for entries of kind '{entry.Kind}'. Define one here."),
        };
        return Spans(codePoints, words);
    }

    /// <summary>An entry as people left it.</summary>
    /// <param name="report">The report it was read from.</param>
    /// <param name="codePoints">The offsets of the report's text.</param>
    /// <param name="entry">The entry as the machine made it.</param>
    /// <param name="corrections">Those tied to its words, in the order they were made; those taken back are passed over.</param>
    /// <returns>The same entry where there is none.</returns>
    /// <exception cref="FormatException">A correction names a field or value that this entry cannot have.</exception>
    public static Entry Apply(Report report, CodePoints codePoints, Entry entry, IEnumerable<Correction> corrections)
    {
        foreach (var correction in corrections)
        {
            if (correction.Undone) continue;
            var was = entry.Review?.Was ?? [];
            if (correction is { Verb: CorrectionVerb.Change, Field: { } field, Value: { } value })
            {
                var (changed, before) = Change(report, codePoints, entry, field, value);
                entry = changed;
                was = was.Add((field, before));
            }

            var mark = correction.Verb switch
            {
                CorrectionVerb.Accept => "accepted",
                CorrectionVerb.Reject => "rejected",
                _ => "changed",
            };
            entry = entry with { Review = new(mark, correction.Author, correction.At, was) };
        }

        return entry;
    }

    private static (Entry Changed, string Before) Change(Report report, CodePoints codePoints, Entry entry, string field, string value)
    {
        return (entry, field) switch
        {
            (EventEntry told, "type") => (told with { Plover = Known(value), Mode = null }, told.Plover),
            (EventEntry told, "mode") => (told with { Mode = value.Length > 0 ? value : null }, told.Mode ?? ""),
            (EventEntry told, "factuality") => (told with { Factuality = Terms.Factuality(value) }, Terms.Of(told.Factuality)),
            (EventEntry told, "roles") => (told with { Actors = told.Recipients, Recipients = told.Actors }, "as read"),
            (EventEntry told, "actor") => (told with { Actors = [Participant()] }, Names(told.Actors)),
            (EventEntry told, "recipient") => (told with { Recipients = [Participant()] }, Names(told.Recipients)),
            (EventEntry told, "who") => (told with { Actors = Who(told.Actors), Recipients = Who(told.Recipients) }, Before()),
            (StatementEntry statement, "act") => (statement with { Act = value }, statement.Act),
            (StatementEntry statement, "naming") => (statement with { Naming = Terms.Naming(value) }, Terms.Of(statement.Naming)),
            (StatementEntry statement, "source") => (statement with { Source = Participant() }, statement.Source is { } source ? Spans(codePoints, source.Words) : ""),
            (StatementEntry statement, "content") => (statement with { Content = Words() }, Spans(codePoints, statement.Content)),
            (StatementEntry { Source: { } said } statement, "who") => (statement with { Source = Who([said])[0] }, Before()),
            (MentionEntry mention, "actor") => (mention with { Actor = value, Why = "correction" }, mention.Actor),
            _ => throw new FormatException($"found '{field}' as the field of a correction of kind '{entry.Kind}', expected one that it has. See heliograph ledger correct --help."),
        };

        Evidence Words() => new(report, Parse(report, codePoints, value));
        Participant Participant() => new(Words(), null, null);
        string Names(ImmutableArray<Participant> participants) => string.Join(';', participants.Select(participant => Spans(codePoints, participant.Words)));
        string Before() => value.Split('=', 2)[0];

        ImmutableArray<Participant> Who(ImmutableArray<Participant> participants)
        {
            var parts = value.Split('=', 2);
            if (parts.Length < 2) throw new FormatException($"found '{value}', expected the id of an actor, '=' and the id of the one it is.");
            return [.. participants.Select(participant => participant.Actor == parts[0] ? participant with { Actor = parts[1] } : participant)];
        }
    }

    private static string Known(string type)
    {
        Quads.Of(type);
        return type;
    }

    private static string Spans(CodePoints codePoints, Evidence words) => string.Join(',', words.Spans.Select(span => string.Create(
        CultureInfo.InvariantCulture, $"{codePoints.FromCodeUnits(span.Start)}-{codePoints.FromCodeUnits(span.End)}")));

    private static ImmutableArray<TextSpan> Parse(Report report, CodePoints codePoints, string spans) =>
    [
        .. spans.Split(',').Select(span => span.Split('-') is [var start, var end]
                && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first < last && last <= codePoints.FromCodeUnits(report.Text.Length)
            ? new TextSpan(codePoints.ToCodeUnits(first), codePoints.ToCodeUnits(last))
            : throw new FormatException($"found '{spans}', expected spans such as 12-20,31-40, in code points of the report's text.")),
    ];
}
