using System.Collections.Immutable;
using Heliograph.Ledger;

namespace Heliograph.Store;

/// <summary>A report with those of its entries that a filter asks for.</summary>
/// <param name="Whole">The report with all its entries, as people left them.</param>
/// <param name="Entries">Those that are asked for, in text order; one or more.</param>
public sealed record ChosenEntries(StoredReport Whole, ImmutableArray<Entry> Entries);
