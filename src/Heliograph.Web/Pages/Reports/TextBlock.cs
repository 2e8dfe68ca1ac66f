using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Web.Pages.Reports;

/// <summary>A paragraph of a report's text.</summary>
/// <param name="IsTitle">Whether it is the headline.</param>
/// <param name="IsAside">Whether it is no part of the article.</param>
/// <param name="Span">Where it stands in the report's text.</param>
/// <param name="Pieces">Its text, in order.</param>
public sealed record TextBlock(bool IsTitle, bool IsAside, TextSpan Span, ImmutableArray<TextPiece> Pieces);
