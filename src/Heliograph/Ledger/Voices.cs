using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;

namespace Heliograph.Ledger;

/// <summary>Which statements hold which words: who says so.</summary>
/// <remarks>
/// Words are in a statement's voice when they lie in its content. Of two statements the one with the longer content is
/// the outer one; so no two can hold each other, whatever the rules have found.
/// </remarks>
internal sealed class Voices
{
    private readonly Document _document;
    private readonly ImmutableArray<Attribution> _attributions;

    public Voices(Document document, ImmutableArray<Attribution> attributions)
    {
        (_document, _attributions) = (document, attributions);
        OutermostFirst =
        [
            .. Enumerable.Range(0, attributions.Length)
                .OrderByDescending(i => attributions[i].Content.Sum(span => span.Length))
                .ThenBy(i => attributions[i].Cue[0].Start).ThenBy(i => i),
        ];
    }

    /// <summary>The indices of the attributions, in an order in which an outer one always comes before an inner one.</summary>
    public ImmutableArray<int> OutermostFirst { get; }

    /// <summary>The attributions whose content holds a token, outermost first.</summary>
    /// <param name="token">The token.</param>
    /// <param name="statement">The attribution that the token is the cue of, or null where it is no cue.</param>
    public IEnumerable<int> Around(int token, int? statement)
    {
        var span = _document.Tokens[token];
        foreach (var i in OutermostFirst)
        {
            if (i == statement) yield break; // what follows is shorter, so not around it
            if (_attributions[i].Content.Any(content => content.Start <= span.Start && span.End <= content.End)) yield return i;
        }
    }
}
