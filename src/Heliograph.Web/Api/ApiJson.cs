using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heliograph.Web.Api;

/// <summary>How answers are written: names in camelCase, what is not known left out, letters as they are.</summary>
internal static class ApiJson
{
    /// <summary>The options of every answer and request.</summary>
    public static JsonSerializerOptions Options { get; } = Set(new());

    /// <summary>Sets options to ours.</summary>
    public static JsonSerializerOptions Set(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // answers are never put into HTML as they are
        options.MaxDepth = 64;
        return options;
    }
}
