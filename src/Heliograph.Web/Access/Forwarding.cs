using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Access;

/// <summary>How a request came.</summary>
/// <param name="Caller">The address of whoever sent it.</param>
/// <param name="Scheme">http or https as they asked for it, by the word of a server that is trusted; null where none tells.</param>
/// <param name="IsThroughTrusted">Whether a server that is trusted passed it on.</param>
public sealed record Way(IPAddress Caller, string? Scheme, bool IsThroughTrusted);

/// <summary>Tells who sent a request that servers in front passed on: by the word of those that are trusted, and of no others.</summary>
public static class Forwarding
{
    private const int MostHops = 32; // ours; more servers in a row are none that anybody meant
    private const int NetworkBits = 64; // of an IPv6 address: whoever has one has a network of them

    /// <summary>How a request came.</summary>
    /// <param name="peer">Whoever is at the other end of the connection.</param>
    /// <param name="headers">The request's headers.</param>
    /// <param name="trusted">The servers in front whose word counts.</param>
    public static Way Of(IPAddress peer, IHeaderDictionary headers, ImmutableArray<IPNetwork> trusted)
    {
        var near = Plain(peer);
        if (!IsTrusted(near)) return new(near, null, false);
        var (standard, usual) = (Standard(headers), Usual(headers));
        var (one, other) = (Walked(standard), Walked(usual));

        // A server in front writes one of the two and may let the caller's own other one pass: where they differ, neither is believed
        if (standard.Count > 0 && usual.Count > 0) return one.Caller.Equals(other.Caller) ? new(one.Caller, one.Scheme ?? other.Scheme, true) : new(near, null, true);
        var (caller, scheme) = standard.Count > 0 ? one : other;
        return new(caller, scheme, true);

        bool IsTrusted(IPAddress address) => trusted.Any(network => network.Contains(address));

        (IPAddress Caller, string? Scheme) Walked(List<(IPAddress? From, string? Scheme)> hops)
        {
            var (at, asked) = (near, (string?)null);
            for (var i = hops.Count - 1; i >= 0 && IsTrusted(at); i--)
            {
                asked = hops[i].Scheme ?? asked;
                if (hops[i].From is not { } from) break;
                at = from;
            }

            return (at, asked);
        }
    }

    /// <summary>What limits count by: the address, and of IPv6 its network.</summary>
    public static string Key(IPAddress? address)
    {
        var plain = Plain(address ?? IPAddress.None);
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? $"{Convert.ToHexString(plain.GetAddressBytes(), 0, NetworkBits / 8)}/{NetworkBits}" : plain.ToString();
    }

    /// <summary>Reads a server in front, as the command line names it.</summary>
    /// <param name="text">An address, or a network such as 10.0.0.0/8.</param>
    public static IPNetwork? Parse(string text) =>
        IPAddress.TryParse(text, out var address) ? new(Plain(address), Plain(address).GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network : null;

    // Forwarded: for=192.0.2.60;proto=https, for="[2001:db8::1]:4711"
    private static List<(IPAddress? From, string? Scheme)> Standard(IHeaderDictionary headers) =>
    [
        .. Parts(headers["Forwarded"].ToString(), ',').TakeLast(MostHops).Select(hop =>
        {
            var pairs = Parts(hop, ';').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).ToLookup(pair => pair[0].Trim(), pair => pair[1].Trim().Trim('"'), StringComparer.OrdinalIgnoreCase);
            return (Address(pairs["for"].FirstOrDefault() ?? ""), Scheme(pairs["proto"].FirstOrDefault()));
        }),
    ];

    // X-Forwarded-For: 192.0.2.60, 10.0.0.1 with X-Forwarded-Proto: https, one for all or one each
    private static List<(IPAddress? From, string? Scheme)> Usual(IHeaderDictionary headers)
    {
        var from = Parts(headers["X-Forwarded-For"].ToString(), ',').TakeLast(MostHops).ToList();
        var schemes = Parts(headers["X-Forwarded-Proto"].ToString(), ',').TakeLast(MostHops).ToList();
        if (from.Count == 0) return schemes.Count == 0 ? [] : [(null, Scheme(schemes[^1]))];
        return [.. from.Select((one, i) => (Address(one), Scheme(schemes.Count == from.Count ? schemes[i] : schemes.LastOrDefault())))];
    }

    private static string[] Parts(string text, char parting) => text.Split(parting, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Scheme(string? text) => text?.ToLowerInvariant() is ("http" or "https") and var scheme ? scheme : null;

    private static IPAddress? Address(string text)
    {
        var bare = text.Trim('"');
        if (bare.StartsWith('[') && bare.IndexOf(']', StringComparison.Ordinal) is > 0 and var end) bare = bare[1..end];
        else if (bare.Count(c => c == ':') == 1) bare = bare[..bare.IndexOf(':', StringComparison.Ordinal)];
        return IPAddress.TryParse(bare, out var address) ? Plain(address) : null;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
