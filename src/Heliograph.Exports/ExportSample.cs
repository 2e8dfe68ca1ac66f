using System.Collections.Immutable;

namespace Heliograph.Exports;

/// <summary>Entries to reckon the size of an export from: all of them, or some that stand for all.</summary>
/// <param name="Reports">The reports and their entries, in the order they would be exported; of a sample, best from all over.</param>
/// <param name="Entries">How many entries the whole export has; as many as the reports hold where they are the whole.</param>
public sealed record ExportSample(ImmutableArray<ReportEntries> Reports, long Entries);
