using System.Runtime.CompilerServices;
using Heliograph.Documents;
using Heliograph.Places;

namespace Heliograph.Extraction;

/// <summary>Where paragraphs begin with the place and agency they were sent from: "KABUL (XY) -", "NAIROBI, Kenya, June 3 —".</summary>
/// <remarks>Where a report was written is not where its events were, and such a line speaks for nobody.</remarks>
internal sealed class Datelines
{
    private const int MaxTokens = 16; // a place, a country, a day, an agency
    private static readonly ConditionalWeakTable<Document, Datelines> Known = [];
    private readonly Document _document;
    private readonly int[] _ends; // for each paragraph the token after its dateline, its first where it has none

    private Datelines(Document document)
    {
        var names = document.Names.Select(name => name.Tokens.Start).ToHashSet();
        _document = document;
        _ends = [.. document.Paragraphs.Select(run => run.Start + Length(document, run, names))];
    }

    /// <summary>The datelines of a document; the same object each time for the same document.</summary>
    public static Datelines Of(Document document) => Known.GetValue(document, static key => new(key));

    /// <summary>The token after the dateline of the paragraph in which a token stands; the paragraph's first where it has none.</summary>
    public int End(int token) => _ends[_document.ParagraphIndexOf(token)];

    /// <summary>Whether a token stands in a dateline.</summary>
    public bool Holds(int token) => token < End(token);

    /// <summary>A run of tokens of one paragraph without the dateline it begins with; null where it lies in one.</summary>
    public TokenSpan? Without(TokenSpan span)
    {
        var end = End(span.Start);
        return span.Start >= end ? span : span.End <= end ? null : new(end, span.End);
    }

    // A name of a place at the beginning, then names, figures and brackets up to a dash that stands alone.
    private static int Length(Document document, TokenSpan paragraph, HashSet<int> names)
    {
        if (paragraph.Length == 0 || (!names.Contains(paragraph.Start) && !IsCapitals(Word(document, paragraph.Start)))) return 0;
        var isOpen = false;
        for (var i = paragraph.Start + 1; i < paragraph.End && i < paragraph.Start + MaxTokens; i++)
        {
            var word = Word(document, i);
            if (word is "-" or "--" or "–" or "—" or "―")
            {
                return document.Tokens[i].Start > document.Tokens[i - 1].End || word is "—" or "--" or "―" ? i + 1 - paragraph.Start : 0;
            }

            if (word is ":") return IsPlaceAlone(document, new(paragraph.Start, i)) ? i + 1 - paragraph.Start : 0;
            if (word is "(" or ")") isOpen = word is "(";
            else if (!isOpen && !char.IsUpper(word[0]) && !char.IsAsciiDigit(word[0]) && word is not ("," or "." or "/" or "de" or "of")) return 0;
        }

        return 0;
    }

    // "QUETTA: Gunmen attacked": a known place in capitals where the text begins; talks name who speaks more than once
    private static bool IsPlaceAlone(Document document, TokenSpan label)
    {
        for (var i = label.Start; i < label.End; i++)
        {
            if (!IsCapitals(Word(document, i))) return false;
        }

        if (document.ParagraphIndexOf(label.Start) > 1) return false; // behind a title at most
        var others = document.Paragraphs.Count(other => other.Start != label.Start && other.Length > 2 && IsCapitals(Word(document, other.Start))
            && (Word(document, other.Start + 1) is ":" || Word(document, other.Start + 2) is ":"));
        return others == 0 && !PlaceIndex.Shipped.Find(document.SpanOf(label).In(document.Text)).IsEmpty;
    }

    private static bool IsCapitals(ReadOnlySpan<char> word) => word.Length > 2 && !word.ContainsAnyInRange('a', 'z');

    private static ReadOnlySpan<char> Word(Document document, int token) => document.Tokens[token].In(document.Text);
}
