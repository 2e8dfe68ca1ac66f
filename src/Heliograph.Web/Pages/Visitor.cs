namespace Heliograph.Web.Pages;

/// <summary>Who looks at a page, and what its frame offers them.</summary>
/// <param name="Version">The version of the program.</param>
/// <param name="CanRead">Whether they may read the ledger.</param>
/// <param name="CanEdit">Whether they may keep reports and correct entries.</param>
/// <param name="Name">The name of their token; null where the server asks for none, or they have shown none.</param>
/// <param name="MaySignIn">Whether the server asks for a token and they have shown none.</param>
public sealed record Visitor(string Version, bool CanRead, bool CanEdit, string? Name, bool MaySignIn = false);
