using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Ledger;

/// <summary>The words that an entry, or one field of it, rests on: one stretch or several of one report's text.</summary>
/// <remarks>Holds offsets, never a copy of the words, so the quotation shown is always the report's own.</remarks>
public sealed record Evidence
{
    /// <param name="report">The report that the words stand in; used to check the spans, then let go.</param>
    /// <param name="spans">The words, in UTF-16 code units of the report's text; in text order.</param>
    /// <exception cref="ArgumentException">There is no span, or one is empty, reaches past the text, cuts a surrogate
    /// pair, or does not lie behind the one before it.</exception>
    public Evidence(Report report, ImmutableArray<TextSpan> spans)
    {
        if (spans.IsDefaultOrEmpty) throw Refuse("no span at all");
        var end = 0;
        foreach (var span in spans)
        {
            if (span.Length == 0 || span.End > report.Text.Length) throw Refuse(span.ToString());
            if (span.Start < end) throw Refuse($"{span} after a span that ends at {end}");
            if (Cuts(report.Text, span.Start) || Cuts(report.Text, span.End)) throw Refuse($"{span}, which cuts a surrogate pair");
            end = span.End;
        }

        Spans = spans;

        ArgumentException Refuse(string found) => new(
            $"Evidence must point at words: got {found} in report {report.Id}, whose text runs [0..{report.Text.Length}). " +
            "Spans made on another version of the text do not carry over; annotate this version again.",
            nameof(spans));
    }

    /// <summary>Where the words lie in the report's text; at least one span, in text order, no two overlap.</summary>
    public ImmutableArray<TextSpan> Spans { get; }

    /// <summary>The shortest span that holds all the words.</summary>
    public TextSpan Cover => new(Spans[0].Start, Spans[^1].End);

    /// <summary>The words themselves; where there are several stretches, <c> … </c> stands between them.</summary>
    /// <param name="text">The text of the report that the evidence was made for.</param>
    public string In(string text) => Spans.Length == 1
        ? Spans[0].In(text).ToString()
        : string.Join(" … ", Spans.Select(span => span.In(text).ToString()));

    /// <summary>Whether both hold the same spans.</summary>
    public bool Equals(Evidence? other) => other is not null && Spans.AsSpan().SequenceEqual(other.Spans.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Spans.Length, Spans[0], Spans[^1]);

    /// <summary>The spans in half-open interval notation, for example <c>[12..20) [31..40)</c>.</summary>
    public override string ToString() => string.Join(' ', Spans);

    private static bool Cuts(string text, int offset) =>
        offset > 0 && offset < text.Length && char.IsSurrogatePair(text[offset - 1], text[offset]);
}
