using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Store;

/// <summary>One entry of a ledger, as people left it, with the report it was read from.</summary>
/// <param name="Report">The report, as it was last read.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Day">The day it is sorted by, such as 2031-05-02; empty where neither the words nor the report tell one.</param>
public sealed record FoundEntry(Report Report, Entry Entry, string Day);
