using System.Text.Json;
using System.Text.RegularExpressions;

namespace Heliograph.Tests.Exports;

/// <summary>Checks JSON against the part of JSON Schema (2020-12) that our schema uses; a keyword it does not know is an error.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    /// <summary>Every complaint about a value, by where it stands; none where it fits.</summary>
    public IEnumerable<string> Complaints(JsonElement value) => Complaints(value, root, "$");

    private IEnumerable<string> Complaints(JsonElement value, JsonElement schema, string at) =>
        schema.EnumerateObject().SelectMany(keyword => Complaints(value, schema, keyword.Name, keyword.Value, at));

    private IEnumerable<string> Complaints(JsonElement value, JsonElement schema, string keyword, JsonElement rule, string at)
    {
        if (Of(keyword) is { } kind && value.ValueKind != kind) return []; // as the standard says
        switch (keyword)
        {
            case "$schema" or "$id" or "$defs" or "title" or "description":
                return [];
            case "$ref":
                return Complaints(value, root.GetProperty("$defs").GetProperty(rule.GetString()!["#/$defs/".Length..]), at);
            case "oneOf":
                var tried = rule.EnumerateArray().Select(one => Complaints(value, one, at).ToList()).ToList();
                return tried.Count(found => found.Count == 0) == 1 ? [] : [$"{at}: fits not just one: {string.Join(" / ", tried.MinBy(found => found.Count)!)}"];
            case "type":
                return Is(value, rule.GetString()!) ? [] : [$"{at}: found {value.ValueKind}, expected {rule}"];
            case "const":
                return JsonElement.DeepEquals(value, rule) ? [] : [$"{at}: found {value}, expected {rule}"];
            case "enum":
                return rule.EnumerateArray().Any(one => JsonElement.DeepEquals(value, one)) ? [] : [$"{at}: found {value}, expected one of {rule}"];
            case "pattern":
                return Regex.IsMatch(value.GetString()!, rule.GetString()!, RegexOptions.NonBacktracking) ? [] : [$"{at}: found {value}, expected {rule}"];
            case "minimum":
                return value.GetDouble() >= rule.GetDouble() ? [] : [$"{at}: below {rule}"];
            case "maximum":
                return value.GetDouble() <= rule.GetDouble() ? [] : [$"{at}: above {rule}"];
            case "minItems":
                return value.GetArrayLength() >= rule.GetInt32() ? [] : [$"{at}: fewer than {rule}"];
            case "maxItems":
                return value.GetArrayLength() <= rule.GetInt32() ? [] : [$"{at}: more than {rule}"];
            case "items":
                return value.EnumerateArray().SelectMany((item, i) => Complaints(item, rule, $"{at}[{i}]"));
            case "required":
                return rule.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}: {name} is missing");
            case "properties":
                return value.EnumerateObject().Where(property => rule.TryGetProperty(property.Name, out _))
                    .SelectMany(property => Complaints(property.Value, rule.GetProperty(property.Name), $"{at}.{property.Name}"));
            case "additionalProperties":
                return value.EnumerateObject().Where(property => !schema.GetProperty("properties").TryGetProperty(property.Name, out _))
                    .Select(property => $"{at}: {property.Name} is not known");
            default:
                throw new InvalidOperationException($"The schema uses '{keyword}', which is not checked. Check it here.");
        }
    }

    private static JsonValueKind? Of(string keyword) => keyword switch
    {
        "pattern" => JsonValueKind.String,
        "minimum" or "maximum" => JsonValueKind.Number,
        "minItems" or "maxItems" or "items" => JsonValueKind.Array,
        "required" or "properties" or "additionalProperties" => JsonValueKind.Object,
        _ => null,
    };

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new InvalidOperationException($"The schema uses type '{type}', which is not checked. Check it here."),
    };
}
