using System.Buffers;
using System.Text;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Cli;

/// <summary>Prints reports and their entries in one of the output formats.</summary>
/// <remarks>Rendering is pure and may run on any thread; writing happens in order, on one.</remarks>
internal sealed class EntryOutput(Stream output, OutputFormat format, bool isColoured)
{
    private bool _hasBegun;

    /// <summary>A report and its entries as they will be written.</summary>
    /// <param name="report">The report.</param>
    /// <param name="entries">The entries to print.</param>
    /// <param name="passage">How much of the text people are shown around an entry.</param>
    /// <param name="warnings">What people should know of how the report was read; only in the text format.</param>
    public byte[] Render(
        Report report, IReadOnlyList<Entry> entries, Func<TextSpan, TextSpan> passage, IReadOnlyList<string>? warnings = null)
    {
        if (format != OutputFormat.Text) return Lines(report, entries, withReport: true);
        return Rendered(new EntryText(report, entries, passage).All(warnings ?? []));
    }

    /// <summary>Pieces of text for people, as they will be written.</summary>
    public byte[] Rendered(IEnumerable<Piece> pieces) => Encoding.UTF8.GetBytes(
        isColoured ? EntryPaint.Paint(pieces) : string.Concat(pieces.Select(piece => piece.Plain)));

    /// <summary>The ledger's lines of a report; parted by commas in the format <c>json</c>.</summary>
    public byte[] Lines(Report report, IReadOnlyList<Entry> entries, bool withReport)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var lines = new EntryJson(report);
        if (withReport) lines.WriteReport(bytes);
        foreach (var entry in entries) lines.Write(bytes, entry);
        if (format == OutputFormat.Jsonl || bytes.WrittenCount == 0) return bytes.WrittenSpan.ToArray();

        // A line holds no line feed but its last: the writer escapes those inside texts.
        var text = Encoding.UTF8.GetString(bytes.WrittenSpan.TrimEnd((byte)'\n'));
        return Encoding.UTF8.GetBytes(text.Replace("\n", ",\n", StringComparison.Ordinal));
    }

    /// <summary>Writes what was rendered, and passes it on at once: whoever reads the output may wait for it.</summary>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void Write(byte[] rendered)
    {
        if (rendered.Length == 0) return;
        if (format == OutputFormat.Json) output.Write(_hasBegun ? ",\n"u8 : "[\n"u8);
        _hasBegun = true;
        output.Write(rendered);
        output.Flush();
    }

    /// <summary>Ends the output: after it, a JSON array is whole.</summary>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void End()
    {
        if (format == OutputFormat.Json) output.Write(_hasBegun ? "\n]\n"u8 : "[]\n"u8);
        output.Flush();
    }
}
