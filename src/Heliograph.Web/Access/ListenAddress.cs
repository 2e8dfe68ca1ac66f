using System.Globalization;
using System.Net;

namespace Heliograph.Web.Access;

/// <summary>Where a server listens.</summary>
/// <param name="Ip">The address; <see cref="IPAddress.Any"/> for every one of the machine.</param>
/// <param name="Port">The port, 0 for one that is free.</param>
public sealed record ListenAddress(IPAddress Ip, int Port)
{
    /// <summary>Whether only programs of the same machine can reach it.</summary>
    public bool IsLoopback => IPAddress.IsLoopback(Ip);

    /// <summary>The address as a URL.</summary>
    public string Url => string.Create(
        CultureInfo.InvariantCulture,
        $"http://{(Ip.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{Ip}]" : Ip.ToString())}:{Port}");

    /// <summary>Reads an address.</summary>
    /// <param name="url">Such as <c>http://127.0.0.1:5080</c>, <c>http://localhost:0</c> or <c>http://0.0.0.0:80</c>.</param>
    /// <returns>The address, or what is wrong with it: found, expected, what to do.</returns>
    public static (ListenAddress? Address, string? Error) Parse(string url)
    {
        if (url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            return (null, $"found '{url}', expected an address that begins with http://. Heliograph does not encrypt: put a server before it that does.");
        }

        var spelled = url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(spelled, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
        {
            return (null, $"found '{url}', expected an address such as http://127.0.0.1:5080. Leave path and query out.");
        }

        if (uri.Host == "localhost") return (new(IPAddress.Loopback, uri.Port), null);
        return IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip)
            ? (new(ip, uri.Port), null)
            : (null, $"found the name '{uri.Host}', expected localhost or the number of an address. Write 0.0.0.0 for every address of this machine.");
    }
}
