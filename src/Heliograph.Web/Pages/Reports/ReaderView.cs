using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Reports;

/// <summary>What the reader shows of one report.</summary>
/// <param name="Read">The report and its entries, in text order.</param>
public sealed record ReaderView(StoredReport Read)
{
    /// <summary>What to know of how it was read; may be empty.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Whether the ledger holds it.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether it is one of the samples.</summary>
    public bool IsSample { get; init; }

    /// <summary>Its versions, the older ones first, itself among them; empty where it is the only one.</summary>
    public ImmutableArray<Report> Versions { get; init; } = [];

    /// <summary>What it copies, and what copies it.</summary>
    public ReportCopies Copies { get; init; } = ReportCopies.None;

    /// <summary>What people said about its entries.</summary>
    public ImmutableArray<Correction> Said { get; init; } = [];

    /// <summary>The layers that are switched on; null for those that are on at first.</summary>
    public ImmutableArray<string>? Layers { get; init; }
}
