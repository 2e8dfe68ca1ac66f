using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;

namespace Heliograph.Evaluation;

/// <summary>Sorts what is wrong with the attributions of a text into kinds.</summary>
/// <remarks>A gold attribution is set beside the one found with the most of its parts overlapping. The first kind that
/// fits is told: what is missed, then source, content and cue. What is found beside that is extra.</remarks>
public static class AttributionErrors
{
    /// <summary>Each error of one text: its kind, the gold attribution (null for an extra one) and what was found (null for a missed one).</summary>
    public static IEnumerable<(string Kind, MarkedText.Marks? Gold, Attribution? Found)> Of(
        MarkedText gold, Document document, IReadOnlyList<Attribution> found)
    {
        var matches = Pairing.BestFirst(gold.Attributions, found, Match, match => match.Rank);
        var paired = matches.Select(match => match?.Found).ToHashSet(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < matches.Length; i++)
        {
            var marks = gold.Attributions[i];
            if (matches[i] is not { } match) yield return (Missed(document, marks), marks, null);
            else if (Wrong(marks, match.Found) is { } kind) yield return (kind, marks, match.Found);
        }

        foreach (var extra in found)
        {
            if (!paired.Contains(extra)) yield return (Extra(gold, extra), null, extra);
        }
    }

    private static Pair Match(MarkedText.Marks marks, Attribution found)
    {
        var (source, cue, content) = (Overlap(marks.Source, found.Source), Overlap(marks.Cue, found.Cue), Overlap(marks.Content, found.Content));
        if (!cue && !(content && (source || marks.Cue.IsEmpty))) return new(found, 0);
        return new(found, (cue ? 4 : 0) + (content ? 2 : 0) + (source ? 1 : 0));
    }

    private static string Missed(Document document, MarkedText.Marks marks)
    {
        if (marks.Cue.IsEmpty) return "missed: no cue in the words";
        var tags = Tokens(document, marks.Cue).Select(token => (document.Tags[token], document.Lemmas[token])).ToList();
        var verbs = tags.Where(tag => tag.Item1 == PartOfSpeech.Verb).ToList();
        if (verbs.Count > 0)
        {
            var isListed = verbs.Exists(verb => CueLexicon.Find(verb.Item2, PartOfSpeech.Verb) is { AttributesNothing: false });
            return isListed ? "missed: a verb of the lexicon" : "missed: a verb outside the lexicon";
        }

        return tags.Exists(tag => tag.Item1 == PartOfSpeech.Noun) ? "missed: a noun" : "missed: another word";
    }

    private static string? Wrong(MarkedText.Marks marks, Attribution found)
    {
        if (!Overlap(marks.Content, found.Content)) return "content: another";
        if (marks.Source.IsEmpty != found.Source.IsEmpty) return marks.Source.IsEmpty ? "source: found where there is none" : "source: not found";
        if (!marks.Source.IsEmpty && !Overlap(marks.Source, found.Source)) return "source: another";
        if (Bounds(marks.Content, found.Content) is { } content) return $"content: {content}";
        if (Bounds(marks.Source, found.Source) is { } source) return $"source: {source}";
        return Bounds(marks.Cue, found.Cue) is { } cue ? $"cue: {cue}" : null;
    }

    private static string? Bounds(ImmutableArray<TextSpan> gold, ImmutableArray<TextSpan> found)
    {
        if (gold.SequenceEqual(found) || gold.IsEmpty || found.IsEmpty) return null;
        var (left, right) = (gold.Count(span => !found.Any(span.Overlaps)), found.Count(span => !gold.Any(span.Overlaps)));
        if (left > 0) return "a piece is missing";
        if (right > 0) return "a piece too many";
        var (asked, had) = (gold.Sum(span => span.Length), found.Sum(span => span.Length));
        return had < asked ? "too short" : "too long";
    }

    private static string Extra(MarkedText gold, Attribution extra)
    {
        if (gold.Attributions.Any(marks => marks.Content.Any(extra.Cue[0].Overlaps))) return "extra: inside what another says";
        return extra.Manner != Manner.Indirect ? "extra: words in quotation marks" : extra.Act is "say" or "claim" or "report" or "admit" or "deny"
            ? "extra: speech" : "extra: thought, wish or plan";
    }

    private static IEnumerable<int> Tokens(Document document, ImmutableArray<TextSpan> spans) =>
        Enumerable.Range(0, document.Tokens.Length).Where(token => spans.Any(document.Tokens[token].Overlaps));

    private static bool Overlap(ImmutableArray<TextSpan> left, ImmutableArray<TextSpan> right) => left.Any(span => right.Any(span.Overlaps));

    private sealed record Pair(Attribution Found, int Rank);
}
