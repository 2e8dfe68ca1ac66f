using Heliograph.Documents;

namespace Heliograph.Web.Pages.Reports;

/// <summary>Words of a report in the role they have in one entry.</summary>
/// <param name="Span">The words.</param>
/// <param name="Role">Their role.</param>
/// <param name="Standing">How the entry stands to the world.</param>
/// <param name="Entry">The entry's id.</param>
public sealed record WordMark(TextSpan Span, WordRole Role, Standing Standing, string Entry);
