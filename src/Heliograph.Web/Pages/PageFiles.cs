using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Heliograph.Web.Pages;

/// <summary>What pages load: styles, the reader's script, the mark. They lie in the assembly.</summary>
public static class PageFiles
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (byte[] Bytes, string Type)> All = Load();

    private static readonly FrozenDictionary<string, string> Links = All.ToFrozenDictionary(
        file => file.Key, file => $"/{Prefix}{file.Key}?v={Convert.ToHexStringLower(SHA256.HashData(file.Value.Bytes))[..12]}", StringComparer.Ordinal);

    /// <summary>The address of a file, which changes with what it holds.</summary>
    /// <param name="name">Its name, such as <c>frame.css</c>.</param>
    public static string Link(string name) => Links[name];

    /// <summary>A file and its media type; null where there is none of this name.</summary>
    public static (byte[] Bytes, string Type)? Find(string name) => All.TryGetValue(name, out var file) ? file : null;

    private static FrozenDictionary<string, (byte[] Bytes, string Type)> Load()
    {
        var assembly = typeof(PageFiles).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(
            name => name[Prefix.Length..],
            name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return (bytes, Types[Path.GetExtension(name)]);
            },
            StringComparer.Ordinal);
    }
}
