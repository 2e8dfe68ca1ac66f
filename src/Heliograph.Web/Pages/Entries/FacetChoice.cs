namespace Heliograph.Web.Pages.Entries;

/// <summary>A choice of a facet.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Count">How many entries it leaves.</param>
/// <param name="Link">Where it leads: with the choice, or without it where it is made already.</param>
/// <param name="IsChosen">Whether it is made already.</param>
public sealed record FacetChoice(string Label, long Count, string Link, bool IsChosen);
