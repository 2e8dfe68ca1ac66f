using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Reports;

/// <summary>Two versions of a report and how they differ.</summary>
/// <param name="Before">The older version.</param>
/// <param name="After">The newer version.</param>
/// <param name="Versions">All versions, the older ones first; empty where the two are not linked to one another.</param>
/// <param name="Words">How their words differ; null where they differ by too many.</param>
/// <param name="Entries">What became of their entries.</param>
public sealed record ChangesView(
    StoredReport Before, StoredReport After, ImmutableArray<Report> Versions, ImmutableArray<WordChange>? Words, ImmutableArray<EntryChange> Entries)
{
    /// <summary>Compares two versions.</summary>
    public static ChangesView Of(StoredReport before, StoredReport after, ImmutableArray<Report> versions)
    {
        var words = WordDifference.Between(before.Report.Text, after.Report.Text);
        return new(before, after, versions, words, EntryChange.Between(before, after, words));
    }
}
