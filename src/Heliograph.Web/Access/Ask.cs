namespace Heliograph.Web.Access;

/// <summary>What of a request bears on whether it is let in.</summary>
/// <param name="Host">The Host header, with its port.</param>
/// <param name="Method">The method.</param>
/// <param name="Origin">The Origin header, which a browser sends with what a page writes.</param>
/// <param name="FetchSite">The Sec-Fetch-Site header, by which a browser says whose page asks.</param>
/// <param name="Authorization">The Authorization header.</param>
/// <param name="IsForwarded">Whether another server passed it on, and says so.</param>
/// <param name="Needs">What the door asks for.</param>
internal sealed record Ask(string Host, string Method, string? Origin, string? FetchSite, string? Authorization, bool IsForwarded, Right Needs);
