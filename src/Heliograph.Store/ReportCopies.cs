using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Store;

/// <summary>What a report copies, and what copies it.</summary>
/// <param name="Origin">The report first published of those that resemble it and one another; null where it is that one itself.</param>
/// <param name="Copies">The reports that copy it, the earlier ones first; empty where it is a copy itself.</param>
/// <param name="Count">How many copy it, those too that are not among <paramref name="Copies"/>.</param>
public sealed record ReportCopies(Report? Origin, ImmutableArray<Report> Copies, long Count)
{
    /// <summary>Of a report that stands alone.</summary>
    public static readonly ReportCopies None = new(null, [], 0);
}
