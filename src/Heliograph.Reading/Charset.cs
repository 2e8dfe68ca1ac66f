using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Heliograph.Reading;

/// <summary>In which characters a page is written: its byte order mark says, else its <c>meta</c>, else it must be UTF-8.</summary>
/// <remarks>
/// Nothing is guessed. UTF-7 is never read. <c>iso-8859-1</c> and <c>ascii</c> are read as windows-1252, and a
/// <c>meta</c> that says UTF-16 as UTF-8, as the WHATWG Encoding Standard has it.
/// </remarks>
/// <param name="Name">The charset, in lower case, as the page calls it.</param>
/// <param name="MarkLength">Bytes of the byte order mark.</param>
/// <param name="Encoding">How to read it; null where the page's charset is none we know.</param>
internal sealed record Charset(string Name, int MarkLength, Encoding? Encoding)
{
    private const int Searched = 4096; // bytes from the start in which a meta is looked for; browsers take 1,024

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\"';/>");
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The charset of a page.</summary>
    public static Charset Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) return new("utf-8", 3, Utf8);
        if (bytes is [0xFF, 0xFE, ..]) return new("utf-16le", 2, Encoding.Unicode);
        if (bytes is [0xFE, 0xFF, ..]) return new("utf-16be", 2, Encoding.BigEndianUnicode);
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Searched)]);
        return Declared(head) is { } name ? new(name, 0, Named(name)) : new("utf-8", 0, Utf8);
    }

    /// <summary>Decodes the page, or says why not.</summary>
    public (string Markup, ReadResult.Failure? Failure) Decode(string source, ReadOnlySpan<byte> bytes)
    {
        if (Encoding is null)
        {
            return ("", new ReadResult.Failure(source, "page", $"the charset '{Name}'", "UTF-8 or another charset of the Encoding Standard",
                "Convert the page to UTF-8 and take the charset out of its meta element"));
        }

        var content = bytes[MarkLength..];
        if (Encoding == Utf8 && PlainTextReader.InvalidUtf8(content) is { } at)
        {
            return ("", new ReadResult.Failure(source, $"byte {MarkLength + at}", $"byte 0x{content[at]:X2}", "UTF-8, as the page says or says nothing else",
                "Convert the page to UTF-8, or name its true charset in a meta element"));
        }

        return (Encoding.GetString(content), null);
    }

    /// <summary>What a reader should know: that the page was in an old charset, or that it may not be in the one it names.</summary>
    public ImmutableArray<string> Warnings(ReadOnlySpan<byte> bytes)
    {
        if (Encoding is null || Encoding == Utf8 || MarkLength > 0) return [];
        var isUtf8 = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0 && PlainTextReader.InvalidUtf8(bytes) is null;
        return isUtf8 ? [$"The page says that it is in {Name}, and was read so, but looks like UTF-8."] : [$"The page was read in {Name}, as it says."];
    }

    // <meta charset=…>, <meta http-equiv=content-type content="text/html; charset=…"> or <?xml encoding="…"?>.
    private static string? Declared(string head)
    {
        if (head.StartsWith("<?xml", StringComparison.Ordinal) && ValueAfter(head.AsSpan(0, Math.Max(0, head.IndexOf('>', StringComparison.Ordinal))), "encoding") is { } xml) return xml;
        var tags = new HtmlTags(head);
        while (tags.MoveNext())
        {
            if (tags.Name.Equals("meta", StringComparison.OrdinalIgnoreCase) && ValueAfter(tags.Tag, "charset") is { } charset) return charset;
        }

        return null;
    }

    private static string? ValueAfter(ReadOnlySpan<char> tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = tag[(at + name.Length)..].TrimStart();
        if (rest.IsEmpty || rest[0] != '=') return null;
        rest = rest[1..].TrimStart(" \t\r\n\"'");
        var end = rest.IndexOfAny(ValueEnds);
        var value = (end < 0 ? rest : rest[..end]).ToString().ToLowerInvariant();
        return value.Length > 0 ? value : null;
    }

    private static Encoding? Named(string name)
    {
        switch (name)
        {
            case "utf-8" or "utf8" or "unicode-1-1-utf-8" or "utf-16" or "utf-16le" or "utf-16be": return Utf8;
            case "windows-1252" or "cp1252" or "iso-8859-1" or "iso8859-1" or "latin1" or "us-ascii" or "ascii": return CodePage(1252);
        }

        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name);
        return encoding is { CodePage: not 65000 } ? CodePage(encoding.CodePage) : null;
    }

    private static Encoding? CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number);
}
