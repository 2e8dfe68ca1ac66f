using System.Security;

namespace Heliograph.Reading;

/// <summary>Reads reports from files, folders and standard input.</summary>
public static class ReportReader
{
    /// <summary>Reads every report of every path, in the order of the input.</summary>
    /// <param name="paths">
    /// Files, folders (their .txt, .html, .htm and .jsonl files, those of inner folders too, in ordinal order of their
    /// paths) or <c>-</c> for standard input.
    /// </param>
    /// <param name="options">Format, limits, and what to do about other languages.</param>
    /// <param name="standardInput">What <c>-</c> stands for; not disposed. Null where there is none.</param>
    /// <param name="progress">Told of bytes and reports as they are read; null where nobody looks.</param>
    /// <returns>
    /// Results as they are asked for: one file is open and one report in memory at a time. What cannot be read is a
    /// <see cref="ReadResult.Failure"/>, and the rest is read.
    /// </returns>
    public static IEnumerable<ReadResult> Read(
        IEnumerable<string> paths, ReadOptions options, Stream? standardInput, ReadProgress? progress = null)
    {
        var files = InputFiles.Of(paths, standardInput).ToList();
        var isKnown = files.All(file => file.Length is not null || file.Failure is not null);
        progress?.SetTotal(isKnown ? files.Sum(file => file.Length ?? 0) : null);
        foreach (var file in files)
        {
            var results = file.Failure is { } failure ? [failure] : ReadOne(file.Source, options, standardInput, progress);
            foreach (var result in Guarded(file.Source, results))
            {
                progress?.Count(result);
                yield return result;
            }
        }
    }

    private static IEnumerable<ReadResult> ReadOne(
        string source, ReadOptions options, Stream? standardInput, ReadProgress? progress)
    {
        if (source == "-" && standardInput is null)
        {
            return [Refusals.Unreadable(source, "no standard input", "Name a file, or pipe one in")];
        }

        return source == "-" ? ReadStream(source, standardInput!, options, progress) : ReadFile(source, options, progress);
    }

    private static IEnumerable<ReadResult> ReadFile(string path, ReadOptions options, ReadProgress? progress)
    {
        using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        foreach (var result in ReadStream(path, file, options, progress)) yield return result;
    }

    private static IEnumerable<ReadResult> ReadStream(string source, Stream stream, ReadOptions options, ReadProgress? progress)
    {
        var peekable = new PeekableStream(stream, progress);
        var format = FormatOf(source, peekable, options);
        if (format is InputFormat.Html or InputFormat.Text)
        {
            var bytes = peekable.ReadUpTo(options.MaxReportBytes);
            yield return format is InputFormat.Html
                ? HtmlReader.Read(source, bytes, options)
                : PlainTextReader.Read(source, bytes, options);
        }
        else if (ContentSniffer.MagicName(peekable.Peek(ContentSniffer.HeadLength)) is { } binary)
        {
            yield return Refusals.Binary(source, binary);
        }
        else
        {
            foreach (var result in JsonLinesReader.Read(source, peekable, options)) yield return result;
        }
    }

    private static InputFormat FormatOf(string source, PeekableStream stream, ReadOptions options)
    {
        if (options.Format != InputFormat.Auto) return options.Format;
        return Path.GetExtension(source).ToLowerInvariant() switch
        {
            ".txt" or ".text" => InputFormat.Text,
            ".html" or ".htm" or ".xhtml" => InputFormat.Html,
            ".jsonl" or ".ndjson" => InputFormat.Jsonl,
            _ => ContentSniffer.FormatOf(stream.Peek(ContentSniffer.HeadLength)),
        };
    }

    // Reading goes on lazily, so the system may refuse at any step; what was read until then stays.
    private static IEnumerable<ReadResult> Guarded(string source, IEnumerable<ReadResult> results)
    {
        using var each = results.GetEnumerator();
        while (true)
        {
            ReadResult result;
            try
            {
                if (!each.MoveNext()) yield break;
                result = each.Current;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
            {
                result = Refusals.Unreadable(source, $"that the system cannot read it ({e.Message.TrimEnd('.')})",
                    "Check that you may read it and that the disk is well");
            }

            yield return result;
            if (result is ReadResult.Failure { Place: "file" }) yield break;
        }
    }
}
