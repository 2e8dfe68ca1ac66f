using System.Text;

namespace Heliograph.Reading;

/// <summary>Tells from its first bytes what a file holds.</summary>
internal static class ContentSniffer
{
    /// <summary>How many bytes from the start of a file the answers rest on.</summary>
    public const int HeadLength = 4096;

    private const int FewestForNul = 100; // bytes of a text that may hold one NUL by mistake; of UTF-16 and of numbers every second or fourth is one

    private static readonly (byte[] Magic, string Name)[] Binaries =
    [
        ("%PDF-"u8.ToArray(), "a PDF document"),
        ([0x7F, .. "ELF"u8], "a program (ELF)"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ([0x89, .. "PNG\r\n"u8], "a PNG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ([.. "PK"u8, 3, 4], "a ZIP archive (or a Word, Excel or EPUB file)"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
        ([.. "BZh"u8], "a bzip2 archive"),
        ([0xFD, .. "7zXZ"u8], "an XZ archive"),
        ([.. "7z"u8, 0xBC, 0xAF], "a 7-Zip archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
        ("{\\rtf"u8.ToArray(), "a Rich Text document"),
        ("SQLite format 3"u8.ToArray(), "a SQLite database"),
        ([0xFF, 0xFE], "UTF-16 text"),
        ([0xFE, 0xFF], "UTF-16 text"),
    ];

    /// <summary>The name of the binary format that the bytes look like, or null where they look like text.</summary>
    /// <param name="head">The start of a file; no more than its first <see cref="HeadLength"/> bytes are looked at.</param>
    public static string? BinaryName(ReadOnlySpan<byte> head)
    {
        if (MagicName(head) is { } known) return known;
        head = head[..Math.Min(head.Length, HeadLength)];
        return head.Count((byte)0) * FewestForNul > head.Length ? $"binary data (a NUL byte at byte {head.IndexOf((byte)0)})" : null;
    }

    /// <summary>The name of the binary format that the very first bytes are the sign of, or null.</summary>
    public static string? MagicName(ReadOnlySpan<byte> head)
    {
        foreach (var (magic, name) in Binaries)
        {
            if (head.StartsWith(magic)) return name;
        }

        return null;
    }

    /// <summary>Whether the bytes begin with the mark of UTF-16, which only web pages may have.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> head) => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <summary>The form of a file without a telling name.</summary>
    public static InputFormat FormatOf(ReadOnlySpan<byte> head)
    {
        if (IsUtf16(head)) return InputFormat.Html;
        if (head is [0xEF, 0xBB, 0xBF, ..]) head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        if (head is [(byte)'{', ..])
        {
            var inside = head[1..].TrimStart(" \t"u8);
            return inside is [(byte)'"' or (byte)'}', ..] ? InputFormat.Jsonl : InputFormat.Text;
        }

        return head is [(byte)'<', ..] && LooksLikeHtml(head) ? InputFormat.Html : InputFormat.Text;
    }

    private static bool LooksLikeHtml(ReadOnlySpan<byte> head)
    {
        Span<byte> lower = stackalloc byte[Math.Min(head.Length, 1024)];
        Ascii.ToLower(head[..lower.Length], lower, out var written);
        lower = lower[..written]; // stops at the first byte that is not ASCII, by when a page has shown itself
        return lower.StartsWith("<!doctype html"u8) || lower.IndexOf("<html"u8) >= 0 || lower.IndexOf("<head"u8) >= 0
            || lower.IndexOf("<body"u8) >= 0 || lower.StartsWith("<div"u8) || lower.StartsWith("<article"u8) || lower.StartsWith("<p"u8);
    }
}
