using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Web.Pages.Reports;

/// <summary>A stretch of a report's text with the same marks all over.</summary>
/// <param name="Span">Where it stands in the report's text.</param>
/// <param name="Text">The words, with what would steer the page made visible; not yet encoded for HTML.</param>
/// <param name="Marks">The marks to draw, the widest role first; empty for plain text.</param>
/// <param name="Opens">Those of the marks that begin here, so that their letter is shown once.</param>
/// <param name="Entries">The ids of all entries whose words these are, the most telling first.</param>
/// <param name="Anchors">The ids of the entries whose first words these are, and which a link may lead to.</param>
public sealed record TextPiece(
    TextSpan Span, string Text, ImmutableArray<WordMark> Marks, ImmutableArray<WordMark> Opens, ImmutableArray<string> Entries, ImmutableArray<string> Anchors);
