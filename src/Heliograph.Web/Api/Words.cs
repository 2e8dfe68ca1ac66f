using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Web.Api;

/// <summary>Entries with the words they rest on, as answers tell them.</summary>
internal static class Words
{
    /// <summary>An entry in a list.</summary>
    public static EntryRow Row(FoundEntry found, long? origins = null) => new(
        found.Day.Length > 0 ? found.Day : null, Line.Of(found.Report, found.Entry), Line.Of(found.Report, withText: false), origins);

    /// <summary>The paragraph that holds an entry's words.</summary>
    public static Passage Passage(Report report, Entry entry)
    {
        var span = Passages.Paragraphs(report.Text)(Cover(entry));
        var codePoints = new CodePoints(report.Text);
        return new(span.In(report.Text).ToString(), [codePoints.FromCodeUnits(span.Start), codePoints.FromCodeUnits(span.End)]);
    }

    /// <summary>The words around an entry: its paragraph, or where that is long the part of it that holds the beginning of its words.</summary>
    /// <param name="report">The report.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="most">How many UTF-16 code units it may have.</param>
    public static Passage Near(Report report, Entry entry, int most)
    {
        var (text, words) = (report.Text, Cover(entry));
        var span = Passages.Paragraphs(text)(words);
        if (span.Length > most)
        {
            var start = Math.Max(span.Start, Math.Min(words.Start - most / 4, span.End - most));
            var end = Math.Min(span.End, start + most);
            span = new(start > span.Start && char.IsLowSurrogate(text[start]) ? start - 1 : start, end < span.End && char.IsLowSurrogate(text[end]) ? end - 1 : end);
        }

        var codePoints = new CodePoints(text);
        return new(span.In(text).ToString(), [codePoints.FromCodeUnits(span.Start), codePoints.FromCodeUnits(span.End)]);
    }

    /// <summary>An entry with its passage, the statements it stands in, and what people said about it.</summary>
    /// <returns>The evidence, or why there is none.</returns>
    public static (EvidenceBody? Evidence, ProblemBody? Problem) Evidence(LedgerStore ledger, string id)
    {
        if (id.Length is < 6 or > 32 || !id.All(char.IsAsciiHexDigit))
        {
            return (null, Problems.Missing("entry", $"'{id}'", "the id of an entry: 32 hex digits, or the first 6 or more of them", "Look for entries with /api/v1/entries"));
        }

        var found = ledger.Find(id.ToLowerInvariant(), 2);
        if (found.Length != 1)
        {
            return (null, Problems.Missing(
                "entry", found.IsEmpty ? $"no entry whose id begins with '{id}'" : $"more than one entry whose id begins with '{id}'", "one",
                found.IsEmpty ? "Look for entries with /api/v1/entries" : "Give more digits"));
        }

        var ((report, entries), entry) = found[0];
        var corrections = ledger.CorrectionsOf(report, entry);
        return (new(
            Line.Of(report, entry), Passage(report, entry), [.. Line.All(report, Voice(entries, entry))], Line.Of(report, withText: false),
            [.. corrections.Select(correction => Row(correction, null))]), null);
    }

    /// <summary>The statements that an entry stands in, outermost first.</summary>
    public static ImmutableArray<StatementEntry> Voice(ImmutableArray<Entry> entries, Entry entry) =>
        [.. entry.Voice.Select(id => entries.FirstOrDefault(other => other.Id == id)).OfType<StatementEntry>()];

    /// <summary>A correction as answers tell it.</summary>
    public static CorrectionRow Row(Correction correction, bool? isOrphan) => new(
        correction.Number, correction.Report, correction.Kind, correction.Anchor, correction.Verb.ToString().ToLowerInvariant(),
        correction.Field, correction.Value, correction.Author, correction.At, correction.Reason, correction.Undone, isOrphan);

    /// <summary>The words that say who did or said what: not those of place and time, which may stand far away.</summary>
    public static TextSpan Cover(Entry entry)
    {
        IEnumerable<Evidence?> words = entry switch
        {
            MentionEntry mention => [mention.Words],
            StatementEntry statement => [statement.Cue, statement.Source?.Words, statement.Content],
            EventEntry told => [told.Trigger, .. told.Actors.Select(actor => actor.Words), .. told.Recipients.Select(recipient => recipient.Words)],
            _ => throw new InvalidOperationException($"No words are defined for entries of kind '{entry.Kind}'. Define them here."),
        };
        return words.OfType<Evidence>().Select(one => one.Cover).Aggregate((a, b) => a.Cover(b));
    }
}
