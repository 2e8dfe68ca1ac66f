namespace Heliograph.Web.Access;

/// <summary>What of a request bears on whether it is let in.</summary>
/// <param name="Host">The Host header, with its port.</param>
/// <param name="Method">The method.</param>
/// <param name="Origin">The Origin header, which a browser sends with what a page writes.</param>
/// <param name="FetchSite">The Sec-Fetch-Site header, by which a browser says whose page asks.</param>
/// <param name="Authorization">The Authorization header.</param>
/// <param name="IsForwarded">Whether another server passed it on, and says so.</param>
/// <param name="Needs">What the door asks for.</param>
/// <param name="Session">What the cookie of a session holds; null where there is none.</param>
internal sealed record Ask(
    string Host, string Method, string? Origin, string? FetchSite, string? Authorization, bool IsForwarded, Right Needs, string? Session = null)
{
    /// <summary>Whether it only asks, and changes nothing.</summary>
    public bool IsReading => Method is "GET" or "HEAD" or "OPTIONS";

    /// <summary>Whether a page of this server sent it, by the browser's own word; a request without any such word is none.</summary>
    /// <remarks>A server in front may speak https and pass http on, so the scheme of the origin is not compared.</remarks>
    public bool IsOfOwnPage => FetchSite is { } site
        ? site == "same-origin"
        : Uri.TryCreate(Origin, UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https" && origin.Authority.Equals(Host, StringComparison.OrdinalIgnoreCase);
}
