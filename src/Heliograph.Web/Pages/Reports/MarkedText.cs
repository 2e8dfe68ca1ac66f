using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Web.Pages.Reports;

/// <summary>Cuts a report's text into paragraphs and stretches that carry the same marks.</summary>
public static class MarkedText
{
    private const int MostDrawn = 4; // underlines that still can be told apart; ours, by eye

    /// <summary>The text in paragraphs. Time: in proportion to the text and to the marks, times how many lie over one another.</summary>
    /// <param name="report">The report.</param>
    /// <param name="entries">Its entries.</param>
    public static ImmutableArray<TextBlock> Of(Report report, ImmutableArray<Entry> entries)
    {
        var marks = entries.SelectMany(Marks).OrderBy(mark => mark.Span.Start).ThenBy(mark => mark.Role).ToList();
        var starts = new HashSet<string>(StringComparer.Ordinal); // entries that have their anchor
        var anchors = Linked(entries).Select(entry => (entry.Id, At: Words(entry).Spans[0].Start)).ToLookup(one => one.At, one => one.Id);
        var blocks = ImmutableArray.CreateBuilder<TextBlock>();
        var active = new List<WordMark>();
        var next = 0;
        foreach (var paragraph in Paragraphs(report.Text))
        {
            while (next < marks.Count && marks[next].Span.Start < paragraph.End) active.Add(marks[next++]);
            var pieces = Pieces(report.Text, paragraph, active, anchors, starts);
            blocks.Add(new(
                report.TitleSpan is { } title && title.Overlaps(paragraph),
                report.NotArticle.Any(gap => gap.Start <= paragraph.Start && paragraph.End <= gap.End), paragraph, pieces));
            active.RemoveAll(mark => mark.Span.End <= paragraph.End);
        }

        return blocks.ToImmutable();
    }

    /// <summary>The words that an entry is found by: those of the name, of saying, of the deed.</summary>
    public static Evidence Words(Entry entry) => entry switch
    {
        MentionEntry mention => mention.Words,
        StatementEntry statement => statement.Cue,
        EventEntry told => told.Trigger,
        _ => throw new InvalidOperationException($"No words are defined for entries of kind '{entry.Kind}'. Define them here."),
    };

    // Entries that something leads to: those with a card, and of those who are named each once
    private static IEnumerable<Entry> Linked(ImmutableArray<Entry> entries) =>
        entries.Where(entry => entry is not MentionEntry).Concat(entries.OfType<MentionEntry>().Where(mention => mention.Form == MentionForm.Name).DistinctBy(mention => mention.Actor));

    private static ImmutableArray<TextPiece> Pieces(
        string text, TextSpan paragraph, List<WordMark> marks, ILookup<int, string> anchors, HashSet<string> starts)
    {
        var cuts = new SortedSet<int> { paragraph.Start, paragraph.End };
        foreach (var mark in marks)
        {
            if (mark.Span.Start > paragraph.Start) cuts.Add(mark.Span.Start);
            if (mark.Span.End < paragraph.End) cuts.Add(mark.Span.End);
        }

        var pieces = ImmutableArray.CreateBuilder<TextPiece>();
        var over = new List<WordMark>();
        var (next, at) = (0, paragraph.Start);
        foreach (var cut in cuts.Skip(1))
        {
            while (next < marks.Count && marks[next].Span.Start <= at) over.Add(marks[next++]);
            over.RemoveAll(mark => mark.Span.End <= at);
            pieces.Add(Piece(text, new(at, cut), over, [.. anchors[at].Where(starts.Add)]));
            at = cut;
        }

        return pieces.ToImmutable();
    }

    private static TextPiece Piece(string text, TextSpan span, List<WordMark> over, ImmutableArray<string> anchors)
    {
        // the same words in the same role in several entries are drawn once
        var isPlayed = over.Exists(mark => mark.Role is not (WordRole.Content or WordRole.Expected or WordRole.Name)); // a name with a part in an entry is drawn in that part
        // what is told of an event says more than the bare mention of a place or a time
        bool Says(WordMark mark) => mark.Standing != Standing.None || !over.Exists(other => other.Role == mark.Role && other.Standing != Standing.None);
        var drawn = over.Where(mark => (!isPlayed || mark.Role != WordRole.Name) && Says(mark)).DistinctBy(mark => (mark.Role, mark.Standing)).OrderByDescending(mark => mark.Role).Take(MostDrawn).Reverse().ToImmutableArray();
        return new(
            span, Shown.Block(span.In(text)), drawn, [.. drawn.Where(mark => mark.Span.Start == span.Start)],
            [.. over.OrderByDescending(mark => mark.Role).ThenBy(mark => mark.Span.Length).Select(mark => mark.Entry).Distinct()], anchors);
    }

    // From an empty line to an empty line
    private static IEnumerable<TextSpan> Paragraphs(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) yield return new(start, end);
            start = end;
            while (start < text.Length && text[start] == '\n') start++;
        }
    }

    private static IEnumerable<WordMark> Marks(Entry entry)
    {
        (Evidence?, WordRole)[] roles = entry switch
        {
            MentionEntry mention => [(mention.Words, mention.Type == "place" ? WordRole.Place : WordRole.Name)],
            StatementEntry statement =>
            [
                (statement.Content, Expectations.Is(statement) ? WordRole.Expected : WordRole.Content), (statement.Time?.Words, WordRole.Time), (statement.Venue, WordRole.Place),
                (statement.Source?.Words, WordRole.Source), (statement.Cue, WordRole.Cue),
            ],
            EventEntry told =>
            [
                (told.Time?.Words, WordRole.Time), (told.Likelihood?.Words, WordRole.Likelihood),
                .. told.Places.Select(place => ((Evidence?)place.Words, WordRole.Place)),
                .. told.Recipients.Select(recipient => ((Evidence?)recipient.Words, WordRole.Recipient)),
                .. told.Actors.Select(actor => ((Evidence?)actor.Words, WordRole.Actor)),
                (told.Trigger, WordRole.Action),
            ],
            _ => [],
        };
        var standing = Standings.Of(entry);
        return
            from role in roles
            where role.Item1 is not null
            from span in role.Item1!.Spans
            select new WordMark(span, role.Item2, standing, entry.Id);
    }
}
