using System.Buffers;
using System.Text;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>The ledger's own lines: each report, then its entries in text order.</summary>
/// <remarks>They are described by <c>docs/schema/ledger.schema.json</c>, and read back by <see cref="EntryJsonReader"/>.</remarks>
internal static class LedgerLines
{
    /// <summary>One JSON object a line.</summary>
    public static void WriteLines(ExportJob job)
    {
        using var stream = job.Open("ledger.jsonl");
        foreach (var view in job.AsGiven()) stream.Write(Lines(job, view).WrittenSpan);
    }

    /// <summary>One JSON array, an object a line.</summary>
    public static void WriteArray(ExportJob job)
    {
        using var stream = job.Open("ledger.json");
        var hasBegun = false;
        foreach (var view in job.AsGiven())
        {
            // A line holds no line feed but its last: the writer escapes those inside texts.
            var lines = Encoding.UTF8.GetString(Lines(job, view).WrittenSpan.TrimEnd((byte)'\n'));
            stream.Write(hasBegun ? ",\n"u8 : "[\n"u8);
            stream.Write(Encoding.UTF8.GetBytes(lines.Replace("\n", ",\n", StringComparison.Ordinal)));
            hasBegun = true;
        }

        stream.Write(hasBegun ? "\n]\n"u8 : "[]\n"u8);
    }

    private static ArrayBufferWriter<byte> Lines(ExportJob job, ReportView view)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var lines = new EntryJson(view.Report);
        lines.WriteReport(bytes);
        foreach (var entry in view.Entries)
        {
            lines.Write(bytes, entry);
            job.Wrote();
        }

        return bytes;
    }
}
