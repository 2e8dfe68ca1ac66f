using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>The innermost statement around each token: the one with the shortest content that holds it and that it is not the cue of.</summary>
/// <remarks>Made once a document. Time: linear in its tokens and in the lengths of the contents.</remarks>
internal sealed class StatementsByToken
{
    private readonly Attribution?[] _innermost;

    public StatementsByToken(Document document, ImmutableArray<Attribution> attributions)
    {
        _innermost = new Attribution?[document.Tokens.Length];
        foreach (var attribution in attributions.OrderByDescending(found => found.Content.Sum(span => span.Length)))
        {
            foreach (var span in attribution.Content) Paint(document, attribution, span);
        }
    }

    /// <summary>The statement, or null where the outlet speaks.</summary>
    public Attribution? At(int token) => _innermost[token];

    private void Paint(Document document, Attribution attribution, TextSpan content)
    {
        for (var i = First(document, content.Start); i < document.Tokens.Length && document.Tokens[i].End <= content.End; i++)
        {
            if (i != attribution.CueHead) _innermost[i] = attribution;
        }
    }

    // The first token that begins at or after an offset
    private static int First(Document document, int offset)
    {
        var (low, high) = (0, document.Tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Tokens[middle].Start < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
