using Heliograph.Documents;

namespace Heliograph.Ledger;

/// <summary>The passage of a report that holds an entry's words, with those words marked.</summary>
internal static class MarkedPassage
{
    /// <summary>The passage in pieces, in text order, on one line.</summary>
    public static IEnumerable<Piece> Of(string text, Entry entry, Func<TextSpan, TextSpan> passage)
    {
        var marks = new List<(TextSpan Span, Mark Mark)>();
        foreach (var (words, mark) in Roles(entry))
        {
            foreach (var span in words.Spans)
            {
                if (!marks.Exists(taken => taken.Span.Overlaps(span))) marks.Add((span, mark));
            }
        }

        marks.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        var shown = passage(marks.Select(mark => mark.Span).Aggregate((a, b) => a.Cover(b)));
        var at = shown.Start;
        foreach (var (span, mark) in marks)
        {
            yield return new(Printable.Line(text.AsSpan(at, span.Start - at)));
            yield return new(Printable.Line(span.In(text)), mark);
            at = span.End;
        }

        yield return new(Printable.Line(text.AsSpan(at, shown.End - at).TrimEnd()));
    }

    // The most telling words first: where two roles share words, the first one marks them.
    private static IEnumerable<(Evidence Words, Mark Mark)> Roles(Entry entry)
    {
        (Evidence?, Mark)[] roles = entry switch
        {
            MentionEntry mention => [(mention.Words, Mark.Who)],
            StatementEntry statement =>
            [
                (statement.Cue, Mark.Did), (statement.Source?.Words, Mark.Who), (statement.Content, Mark.Whom),
                (statement.Venue, Mark.Where), (statement.Time?.Words, Mark.Where),
            ],
            EventEntry told =>
            [
                (told.Trigger, Mark.Did),
                .. told.Actors.Select(actor => ((Evidence?)actor.Words, Mark.Who)),
                .. told.Recipients.Select(recipient => ((Evidence?)recipient.Words, Mark.Whom)),
                .. told.Places.Select(place => ((Evidence?)place.Words, Mark.Where)),
                (told.Time?.Words, Mark.Where),
            ],
            _ => [],
        };
        foreach (var (words, mark) in roles)
        {
            if (words is not null) yield return (words, mark);
        }
    }
}
