using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Heliograph.Web.Mcp;

/// <summary>What a value is written as.</summary>
internal enum ValueForm
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A day, YYYY-MM-DD.</summary>
    Day,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>Any number.</summary>
    Number,
}

/// <summary>An argument that a tool takes: its schema is what it is checked by.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it asks for.</param>
internal sealed record Parameter(string Name, string Meaning)
{
    /// <summary>How many values one that takes several may have.</summary>
    public const int MostValues = 20;

    /// <summary>How long a text may be where nothing else is said. Unit: UTF-16 code units.</summary>
    public const int UsualLength = 300;

    /// <summary>What its values are written as.</summary>
    public ValueForm Form { get; init; }

    /// <summary>The only texts that will do; empty for any.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Whether it takes several values.</summary>
    public bool IsMany { get; init; }

    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The longest text that will do. Unit: UTF-16 code units.</summary>
    public int Longest { get; init; } = UsualLength;

    /// <summary>Whether it is a whole text, which is taken as it is.</summary>
    public bool IsBody { get; init; }

    /// <summary>The least number that will do.</summary>
    public double? Least { get; init; }

    /// <summary>The greatest number that will do.</summary>
    public double? Most { get; init; }

    /// <summary>The value that stands where none is given; null for none.</summary>
    public JsonValue? Usual { get; init; }

    /// <summary>The schema of all arguments of a tool: these and no others.</summary>
    public static JsonObject SchemaOf(IReadOnlyList<Parameter> parameters)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(parameters.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Schema()))),
            ["additionalProperties"] = false,
        };
        var required = parameters.Where(one => one.IsRequired).Select(one => (JsonNode)one.Name).ToArray();
        if (required.Length > 0) schema["required"] = new JsonArray(required);
        return schema;
    }

    private JsonObject Schema()
    {
        var one = Form switch
        {
            ValueForm.Text => new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = Longest },
            ValueForm.Day => new JsonObject { ["type"] = "string", ["format"] = "date", ["pattern"] = "^\\d{4}-\\d{2}-\\d{2}$" },
            ValueForm.Whole => new JsonObject { ["type"] = "integer" },
            _ => new JsonObject { ["type"] = "number" },
        };
        if (!Choices.IsEmpty) one = new() { ["type"] = "string", ["enum"] = new JsonArray([.. Choices.Select(choice => (JsonNode)choice)]) };
        if (Least is { } least) one["minimum"] = least;
        if (Most is { } most) one["maximum"] = most;
        var schema = IsMany ? new JsonObject { ["type"] = "array", ["items"] = one, ["maxItems"] = MostValues } : one;
        schema["description"] = Meaning;
        if (Usual is not null) schema["default"] = Usual.DeepClone();
        return schema;
    }
}
