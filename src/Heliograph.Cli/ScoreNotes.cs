using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Extraction;
using Heliograph.Places;
using Heliograph.Times;

namespace Heliograph.Cli;

/// <summary>Says in words which gold entries were missed, which are wrong and in what, and which are extra.</summary>
internal static class ScoreNotes
{
    public static IEnumerable<string> Names(GoldNames gold, Document system)
    {
        var found = system.Names.Select(name => new NamedSpan(system.SpanOf(name.Tokens), name.Type)).ToHashSet();
        var missed = gold.Names.Where(name => !found.Contains(name)).Select(name => (name, Kind: "missed"));
        var extra = found.Except(gold.Names).Where(name => !gold.Unlabelled.Any(name.Span.Overlaps)).Select(name => (name, Kind: "extra "));
        return missed.Concat(extra).OrderBy(note => note.name.Span.Start)
            .Select(note => $"{note.Kind} {note.name.Type}: {OneLine(note.name.Span.In(system.Text))}");
    }

    public static IReadOnlyList<string> Statements(string text, StatementScores scores) =>
    [
        .. scores.Matches.Where(match => !(match.IsRight && match.Content)).Select(match => match.System is { } system
            ? $"{(match.IsRight ? "right " : "wrong ")} {match.Gold.Id}: {Wrong(("source", match.Source), ("cue", match.Cue), ("content", match.Content))}: {Statement(text, system)}"
            : $"missed {match.Gold.Id}: {Words(text, match.Gold.Source)} | {Words(text, match.Gold.Cue)} | {Words(text, [.. match.Gold.Content])}"),
        .. scores.Extra.Select(attribution => $"extra  {Statement(text, attribution)}"),
    ];

    public static IReadOnlyList<string> Events(string text, EventScores scores) =>
    [
        .. scores.Matches.Where(match => !match.IsRight).Select(match => match.System is { } system
            ? $"wrong  {match.Gold.Id}: {Wrong(("type", match.Type), ("actor", match.Actor), ("factuality", match.Factuality))}: {Event(text, system)}; " +
                $"gold {match.Gold.Types[0]}, {match.Gold.Actor ?? "nobody"}, {match.Gold.Factuality}"
            : $"missed {match.Gold.Id}: {match.Gold.Types[0]}: {Words(text, match.Gold.Trigger)}"),
        .. scores.Extra.Select(entry => $"extra  {Event(text, entry)}"),
    ];

    public static IEnumerable<string> Factuality(JudgedSentence sentence, GoldPredicate predicate, ClauseFinding found)
    {
        if ((found.Score > 0) == (predicate.Value > 0)) yield break;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"wrong  {predicate.Id}: {found.Factuality}, {found.Score:0.0}; people say {predicate.Value:0.0}: {predicate.Span.In(sentence.Text)} | {sentence.Text}");
    }

    public static IEnumerable<string> Attributions(MarkedText gold, Document document, ImmutableArray<Attribution> found)
    {
        foreach (var (kind, marks, system) in AttributionErrors.Of(gold, document, found))
        {
            var words = marks is null ? "" : $" | gold {Words(gold.Text, marks.Source)} | {Words(gold.Text, marks.Cue)} | {Words(gold.Text, marks.Content)}";
            yield return $"{kind} | {gold.Id}{words}{(system is null ? "" : " | found " + Statement(gold.Text, system))}";
        }
    }

    /// <summary>Notes that begin with their kind, after a line for each kind with how many there are, the most frequent first.</summary>
    public static IReadOnlyList<string> WithCounts(List<string> notes) =>
    [
        .. notes.GroupBy(note => note[..note.IndexOf('|', StringComparison.Ordinal)], StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count(),6}{100.0 * group.Count() / notes.Count,6:0.0} %  {group.Key}")),
        .. notes,
    ];

    public static IEnumerable<string> Told(MarkedEvent gold, EventMatch match, Factuality told, bool isRight)
    {
        if (match.Type && match.Factuality && isRight) yield break;
        var kind = match switch
        {
            { System: null } => "missed",
            { Type: false } => $"type {match.System.Type}",
            { Factuality: false } => "wrong ",
            _ => "right ",
        };
        yield return $"{kind} line {gold.Line}: {(isRight ? "right" : told)}; gold {gold.Event.Types[0]}, {gold.Event.Factuality}: {gold.Event.Trigger.In(gold.Text)} | {gold.Text}";
    }

    public static string Time(GoldTime gold, Document system)
    {
        var found = DocumentTimes.Of(system, gold.Published).All.Where(time => time.Expression.Span.Overlaps(gold.Span))
            .Select(time => $"{OneLine(time.Expression.Phrase.In(gold.Text))} = {time.Interval?.ToString() ?? "none"}").ToList();
        return $"wrong  {OneLine(gold.Span.In(gold.Text))}: {(found.Count == 0 ? "not found" : string.Join("; ", found))}; " +
            $"gold {gold.Interval?.ToString() ?? "none"}, published {gold.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–"} | {gold.Text}";
    }

    public static IEnumerable<string> Times(MarkedTimes gold, Document system)
    {
        var found = TimeScorer.Points(system);
        var missed = gold.Spans.Except(found).Select(span => (span, Kind: found.Any(span.Overlaps) ? "ends   " : "missed "));
        var extra = found.Except(gold.Spans).Select(span => (span, Kind: gold.Spans.Any(span.Overlaps) ? "ours   " : "extra  "));
        var placed = DocumentTimes.Of(system, gold.Published).All
            .Where(time => time.Named is not null && gold.Values.TryGetValue(time.Expression.Span, out var days) && days != time.Named)
            .Select(time => (span: time.Expression.Span, Kind: $"days    {time.Named}, gold {gold.Values[time.Expression.Span]}: "));
        return missed.Concat(extra).Concat(placed).OrderBy(note => note.span.Start).ThenBy(note => note.Kind, StringComparer.Ordinal)
            .Select(note => note.Kind + OneLine(note.span.In(gold.Text)));
    }

    public static IEnumerable<string> Places(IEnumerable<(GoldPlace Gold, PlaceFinding? Found)> judged) =>
        from pair in judged
        where !pair.Gold.Agrees(pair.Found)
        let found = pair.Found is { } finding
            ? $"{finding.Place?.Name ?? "–"}, {finding.Country ?? "–"}, {finding.Place?.Precision} ({finding.Why})"
            : "nothing"
        select $"{(pair.Found is null ? "silent" : "wrong ")} {pair.Gold.Id}: {pair.Gold.Words.In(pair.Gold.Text)}: found {found}; " +
            $"gold {pair.Gold.Country ?? "–"}, {pair.Gold.Precision}: {pair.Gold.Text}";

    private static string Statement(string text, Attribution attribution) =>
        $"{Words(text, attribution.Source)} | {Words(text, attribution.Cue)} | {Words(text, attribution.Content)} ({attribution.Rule})";

    /// <summary>One event in a line: type, actors, trigger, recipients, factuality and the frame that found it.</summary>
    public static string Event(string text, Event entry) =>
        $"{entry.Type}: {Words(text, [.. entry.Actors.Select(actor => actor.Span)])} | {Words(text, entry.Trigger)} | " +
        $"{Words(text, [.. entry.Recipients.Select(recipient => recipient.Span)])}, {entry.Factuality} ({entry.Rule})";

    private static string Wrong(params ReadOnlySpan<(string Part, bool IsRight)> parts)
    {
        var wrong = new List<string>();
        foreach (var (part, isRight) in parts)
        {
            if (!isRight) wrong.Add(part);
        }

        return string.Join(" and ", wrong) + " differs";
    }

    private static string Words(string text, TextSpan? span) => span is { } known ? OneLine(known.In(text)) : "–";

    private static string Words(string text, ImmutableArray<TextSpan> spans) =>
        spans.IsEmpty ? "–" : string.Join(" … ", spans.Select(span => OneLine(span.In(text))));

    private static string OneLine(ReadOnlySpan<char> words) =>
        string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
