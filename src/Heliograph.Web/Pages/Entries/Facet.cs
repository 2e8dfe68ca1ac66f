using System.Collections.Immutable;

namespace Heliograph.Web.Pages.Entries;

/// <summary>One way to narrow the ledger: its choices, each with how many entries it would leave.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Choices">The choices.</param>
/// <param name="More">How many more there are that are not shown.</param>
public sealed record Facet(string Name, ImmutableArray<FacetChoice> Choices, int More);
