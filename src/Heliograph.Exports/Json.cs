using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Heliograph.Exports;

/// <summary>Writes JSON that may stand in any page: letters of every script as they are; what ends, hides or turns a line is escaped.</summary>
internal static class Json
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(Letters());

    /// <summary>A file of one JSON object whose last property is a list, or of a list alone.</summary>
    /// <param name="job">The export.</param>
    /// <param name="file">The name of the file.</param>
    /// <param name="list">The name of the list; null where the file is a list and no object.</param>
    /// <param name="head">Writes the properties before the list.</param>
    /// <param name="items">Writes the items of the list, and flushes after each report, so that none waits in memory.</param>
    public static void Page(ExportJob job, string file, string? list, Action<Utf8JsonWriter> head, Action<Utf8JsonWriter> items)
    {
        using var stream = job.Open(file);
        using var json = Writer(stream);
        if (list is not null)
        {
            json.WriteStartObject();
            head(json);
            json.WritePropertyName(list);
        }

        json.WriteStartArray();
        items(json);
        json.WriteEndArray();
        if (list is not null) json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    /// <summary>One object on one line.</summary>
    public static string Line(Action<Utf8JsonWriter> content)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Encoder }))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>An object, by name where it stands in one.</summary>
    public static void Object(this Utf8JsonWriter json, string? name, Action content)
    {
        if (name is not null) json.WritePropertyName(name);
        json.WriteStartObject();
        content();
        json.WriteEndObject();
    }

    /// <summary>An array, by name where it stands in an object.</summary>
    public static void Array(this Utf8JsonWriter json, string? name, Action content)
    {
        if (name is not null) json.WritePropertyName(name);
        json.WriteStartArray();
        content();
        json.WriteEndArray();
    }

    /// <summary>An array of texts.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> values) => json.Array(name, () =>
    {
        foreach (var value in values) json.WriteStringValue(value);
    });

    /// <summary>A text, where there is one.</summary>
    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    // .NET escapes what ends a line, but lets marks of direction and other unseen ones through
    private static TextEncoderSettings Letters()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters('\u061C', '\u200B', '\u200E', '\u200F', '\uFEFF');
        settings.ForbidRange(UnicodeRange.Create('\u202A', '\u202E'));
        settings.ForbidRange(UnicodeRange.Create('\u2060', '\u2069'));
        return settings;
    }

    // Indented by two spaces
    private static Utf8JsonWriter Writer(Stream stream) => new(stream, new JsonWriterOptions { Encoder = Encoder, Indented = true, NewLine = "\n" });
}
