using System.Collections.Frozen;

namespace Heliograph.Web.Pages;

/// <summary>What pages load: styles, scripts, the mark. They lie in the assembly.</summary>
public static class PageFiles
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, PageFile> All = Load();

    /// <summary>The address of a file, which changes with what it holds.</summary>
    /// <param name="name">Its name, such as <c>frame.css</c>.</param>
    public static string Link(string name) => $"/{Prefix}{name}?v={All[name].Version}";

    /// <summary>A file; null where there is none of this name.</summary>
    public static PageFile? Find(string name) => All.GetValueOrDefault(name);

    private static FrozenDictionary<string, PageFile> Load()
    {
        var assembly = typeof(PageFiles).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(
            name => name[Prefix.Length..],
            name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return new PageFile(bytes, Types[Path.GetExtension(name)]);
            },
            StringComparer.Ordinal);
    }
}
