using Heliograph.Store;

namespace Heliograph.Cli;

/// <summary>What is to be exported, how, and whereto.</summary>
/// <param name="Format">The name of a format, or <c>text</c>.</param>
/// <param name="Output">The file or folder to write, or null for standard output.</param>
/// <param name="Query">Which entries, by kind, type and report.</param>
/// <param name="Filter">Which entries, as the query of a URL; null for all.</param>
/// <param name="All">Whether entries are written too that are left out unless asked for.</param>
/// <param name="DryRun">Whether to tell rows and bytes only, and write nothing.</param>
internal sealed record ExportRequest(string Format, string? Output, LedgerQuery Query, string? Filter = null, bool All = false, bool DryRun = false);
