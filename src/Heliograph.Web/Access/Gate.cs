using System.Net;
using Heliograph.Web.Api;

namespace Heliograph.Web.Access;

/// <summary>Decides who is let in.</summary>
/// <remarks>
/// On loopback whoever can reach the server is the person at the machine, or a page in their browser: the name it is
/// asked by (against rebound names) and the page's origin tell the two apart. Beyond loopback a token decides.
/// </remarks>
internal static class Gate
{
    /// <summary>Who asks, or why they are not let in.</summary>
    /// <param name="ask">The request.</param>
    /// <param name="tokens">The tokens; null where none is asked for, on loopback only.</param>
    /// <param name="sessions">Who has signed in with a browser; null where nobody can.</param>
    public static (Caller? Caller, ProblemBody? Problem) Admit(Ask ask, TokenFile? tokens, Sessions? sessions = null)
    {
        if (tokens is null) return Stranger(ask) is { } problem ? (null, problem) : (new(null, Right.Editor), null);
        var row = ask.Authorization is { } shown ? Bearer(shown, tokens) : ask.Session is { } name ? sessions?.Find(name, tokens) : null;
        if (ask.Needs == Right.None) return (row is null ? new(null, Right.None) : new(row.Name, row.Right), null);
        if (row is null)
        {
            return (null, Problems.Of(
                401, "No token", ask.Authorization is null ? "no token" : "a token that is none of this server's",
                "the header 'Authorization: Bearer TOKEN'", "Ask whoever runs the server for a token (heliograph serve tokens add); in a browser, open /sign-in"));
        }

        // A browser sends its cookie whoever's page asks; a program that shows its token means what it sends
        if (ask.Authorization is null && !ask.IsReading && !ask.IsOfOwnPage) return (null, CrossSite(ask));
        return row.Right >= ask.Needs
            ? (new(row.Name, row.Right), null)
            : (null, Problems.Of(
                403, "Not with this token", $"the token '{row.Name}', which opens reading", "one that opens writing",
                "Ask whoever runs the server for an editor's token"));
    }

    private static TokenRow? Bearer(string authorization, TokenFile tokens)
    {
        const string scheme = "Bearer ";
        return authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? tokens.Find(authorization[scheme.Length..].Trim()) : null;
    }

    // Why a request on loopback is not the person at the machine; null where it may be
    private static ProblemBody? Stranger(Ask ask)
    {
        if (!IsLoopbackName(ask.Host))
        {
            return Problems.Of(
                421, "Asked by another name", $"the host '{ask.Host}'", "localhost or an address of this machine's own",
                "Open the address that heliograph serve printed, or start it with --require-token");
        }

        if (ask.IsForwarded)
        {
            return Problems.Of(
                403, "Passed on by another server", "a request from elsewhere", "one of this machine's own",
                "Start heliograph serve with --require-token, so that whoever comes from elsewhere needs a token");
        }

        return IsOfAnotherSite(ask) ? CrossSite(ask) : null;
    }

    private static bool IsLoopbackName(string host)
    {
        var name = new Microsoft.AspNetCore.Http.HostString(host).Host.TrimEnd('.');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }

    private static bool IsOfAnotherSite(Ask ask)
    {
        if (ask.IsReading) return false; // without CORS no page of another site sees the answer
        if (ask.FetchSite is "cross-site" or "same-site") return true;
        return ask.Origin is { } origin && !origin.Equals("http://" + ask.Host, StringComparison.OrdinalIgnoreCase);
    }

    private static ProblemBody CrossSite(Ask ask) => Problems.Of(
        403, "Asked by a page of another site", $"the origin '{ask.Origin ?? ask.FetchSite ?? "unknown"}'", $"this server's own pages at {ask.Host}, or a program that names no origin and no cookie",
        "Write from this server's own pages, or from a program");
}
