using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Store;

/// <summary>A report of the ledger and entries of it, as they were last read.</summary>
/// <param name="Report">The report.</param>
/// <param name="Entries">Its entries in text order: all, or those that were asked for.</param>
public sealed record StoredReport(Report Report, ImmutableArray<Entry> Entries);
