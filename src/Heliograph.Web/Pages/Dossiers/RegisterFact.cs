namespace Heliograph.Web.Pages.Dossiers;

/// <summary>One tie that the register knows.</summary>
/// <param name="Role">What ties them: an office, a role, <c>part of</c>.</param>
/// <param name="Name">To whom.</param>
/// <param name="Key">The other's id.</param>
/// <param name="When">When, in words; may be empty.</param>
public sealed record RegisterFact(string Role, string Name, string Key, string When);
