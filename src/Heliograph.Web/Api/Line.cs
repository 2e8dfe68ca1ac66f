using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Web.Api;

/// <summary>A line of the ledger, as <c>heliograph read --format jsonl</c> prints it, to stand inside an answer.</summary>
/// <param name="Json">One JSON object.</param>
[JsonConverter(typeof(Converter))]
internal readonly record struct Line(string Json)
{
    /// <summary>The line of an entry.</summary>
    public static Line Of(Report report, Entry entry) => All(report, [entry])[0];

    /// <summary>The lines of entries of one report.</summary>
    public static Line[] All(Report report, IReadOnlyList<Entry> entries)
    {
        using var json = new EntryJson(report);
        return [.. entries.Select(entry => Written(output => json.Write(output, entry)))];
    }

    /// <summary>The line of a report.</summary>
    public static Line Of(Report report, bool withText)
    {
        using var json = new EntryJson(report);
        return Written(output => json.WriteReport(output, withText));
    }

    private static Line Written(Action<ArrayBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return new(Encoding.UTF8.GetString(output.WrittenSpan.TrimEnd((byte)'\n')));
    }

    private sealed class Converter : JsonConverter<Line>
    {
        public override Line Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new(document.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, Line value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json);
    }
}
