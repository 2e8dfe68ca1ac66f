using System.Collections.Immutable;
using System.Text.Json;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Reading;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Api;

/// <summary>Reads a text that somebody sends, as <c>heliograph read</c> reads a line of JSON Lines.</summary>
internal static class TextReading
{
    /// <summary>The name of a text whose sender gave it none.</summary>
    public const string Unnamed = "sent";

    /// <summary>What a text tells.</summary>
    /// <param name="settings">What reads.</param>
    /// <param name="body">A JSON object as <see cref="ReadRequest"/> has it.</param>
    /// <param name="force">Whether a text that does not look English is read all the same.</param>
    /// <param name="stop">Ends it: nobody waits for the answer any more.</param>
    /// <returns>The report, its entries and what to know of how it was read; or why it cannot be read.</returns>
    public static (Report Report, ImmutableArray<Entry> Entries, ImmutableArray<string> Warnings, ProblemBody? Problem) Read(
        WebSettings settings, ReadOnlyMemory<byte> body, bool force, CancellationToken stop)
    {
        var options = ReadOptions.Default with { Format = InputFormat.Jsonl, Force = force, MaxReportBytes = settings.MaxBodyBytes };
        using var line = new MemoryStream(OnOneLine(body));
        switch (JsonLinesReader.Read(Unnamed, line, options).First())
        {
            case ReadResult.Article article:
                // a text without an id of its own is named by what it is, not by a line number
                var report = article.Report.Input == Unnamed + ":1" ? article.Report with { Input = $"{Unnamed}:{article.Report.Id[7..19]}" } : article.Report;
                stop.ThrowIfCancellationRequested();
                return (report, settings.ReadTelling is { } read ? read(report, _ => stop.ThrowIfCancellationRequested()) : settings.Read(report), article.Warnings, null);
            case ReadResult.Failure failure:
                return (null!, [], [], Problems.Of(
                    StatusCodes.Status422UnprocessableEntity, "Not a text that can be read", failure.Found, failure.Expected, failure.Remedy));
            case var other:
                throw new InvalidOperationException($"No way to answer a result of type {other.GetType().Name} is known. Add one here.");
        }
    }

    // Bodies may be written over several lines; a line feed inside a string is an escape already.
    private static byte[] OnOneLine(ReadOnlyMemory<byte> body)
    {
        var bytes = body.ToArray();
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is (byte)'\n' or (byte)'\r') bytes[i] = (byte)' ';
        }

        return bytes;
    }

    /// <summary>A request as a body.</summary>
    public static byte[] Body(ReadRequest request) => JsonSerializer.SerializeToUtf8Bytes(request, ApiJson.Options);
}
