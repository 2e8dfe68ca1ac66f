using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Heliograph.Exports;

/// <summary>Writes JSON that may stand in any page: letters of every script as they are; what ends, hides or turns a line is escaped.</summary>
internal static class Json
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>A writer over a file, which is indented by two spaces.</summary>
    public static Utf8JsonWriter Writer(Stream stream) => new(stream, new JsonWriterOptions { Encoder = Encoder, Indented = true, NewLine = "\n" });

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
}
