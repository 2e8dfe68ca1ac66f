using System.Text;
using System.Text.Unicode;

namespace Heliograph.Reading;

/// <summary>Reads plain text in UTF-8.</summary>
public static class PlainTextReader
{
    /// <summary>Reads one report. Its text is the file's, character for character, without a byte order mark.</summary>
    /// <param name="source">The file as it was named; also the report's <c>Input</c>.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="options">Limits, and what to do about other languages.</param>
    public static ReadResult Read(string source, ReadOnlySpan<byte> bytes, ReadOptions options)
    {
        if (bytes.Length > options.MaxReportBytes) return Refusals.TooLarge(source, options);
        if (ContentSniffer.BinaryName(bytes) is { } binary) return Refusals.Binary(source, binary);
        var mark = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var content = bytes[mark..];
        if (InvalidUtf8(content) is { } at)
        {
            return new ReadResult.Failure(source, $"byte {mark + at}", $"byte 0x{content[at]:X2}", "UTF-8",
                "Convert the file to UTF-8 (iconv -f WINDOWS-1252 -t UTF-8, where it is Western European) and read it again");
        }

        var draft = new ReportDraft { Source = source, Place = "text", Input = source, Text = Encoding.UTF8.GetString(content) };
        return draft.Finish(options);
    }

    /// <summary>Where the first byte lies that cannot stand in UTF-8, or null. Overlong forms and surrogates cannot.</summary>
    internal static int? InvalidUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes)) return null;
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }
}
