using System.Collections.Immutable;
using System.Text.Json;

namespace Heliograph.Exports;

/// <summary><c>datapackage.json</c> beside a folder of tables: what each column holds, as Frictionless Data Package 2.0 and its Table Schema say it.</summary>
internal static class DataPackage
{
    /// <summary>The file's name.</summary>
    public const string FileName = "datapackage.json";

    /// <summary>Writes it.</summary>
    public static void Write(ExportJob job, ImmutableArray<Action<Utf8JsonWriter>> tables) => Json.Page(
        job, FileName, "resources",
        json =>
        {
            json.WriteString("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
            json.WriteString("name", "heliograph");
            json.WriteString("title", "Who did what to whom, who says so, and in which words");
        },
        json =>
        {
            foreach (var table in tables) json.Object(null, () => table(json));
        });

    /// <summary>A table of text.</summary>
    public static Action<Utf8JsonWriter> OfText(Table table, string extension) => json =>
    {
        var isTabbed = extension == ".tsv";
        Head(json, table, table.Name + extension, isTabbed ? "tsv" : "csv", isTabbed ? "text/tab-separated-values" : "text/csv");
        json.WriteString("encoding", "utf-8");
        json.Object("dialect", () =>
        {
            json.WriteBoolean("header", true);
            json.WriteString("delimiter", isTabbed ? "\t" : ",");
        });
        Schema(json, table, () =>
        {
            foreach (var column in FlatColumn.Of(table)) json.Object(null, () => Field(json, column.Name, column.Type, column.IsList, column.Terms));
        });
    };

    /// <summary>A table in Parquet.</summary>
    public static Action<Utf8JsonWriter> OfParquet(Table table) => json =>
    {
        Head(json, table, table.Name + ".parquet", "parquet", "application/vnd.apache.parquet");
        Schema(json, table, () =>
        {
            foreach (var column in table.Columns)
            {
                json.Object(null, () =>
                {
                    if (column is Cell cell) Field(json, cell.Name, cell.Type, false, cell.Terms);
                    else Typed(json, column.Name, column is Group ? "object" : "array");
                });
            }
        });
    };

    /// <summary>A table of GDELT's, which has no header.</summary>
    public static Action<Utf8JsonWriter> OfGdelt(string file, ImmutableArray<string> columns) => json =>
    {
        json.WriteString("name", file.ToLowerInvariant().Replace(".csv", "", StringComparison.Ordinal));
        json.WriteString("type", "table");
        json.WriteString("path", file);
        json.WriteString("format", "tsv");
        json.WriteString("mediatype", "text/tab-separated-values");
        json.WriteString("encoding", "utf-8");
        json.Object("dialect", () =>
        {
            json.WriteBoolean("header", false);
            json.WriteString("delimiter", "\t");
        });
        json.Object("schema", () => json.Array("fields", () =>
        {
            foreach (var column in columns)
            {
                json.Object(null, () =>
                {
                    var (type, format) = Gdelt(column);
                    Typed(json, column, type);
                    json.Text("format", format);
                });
            }
        }));
    };

    private static void Head(Utf8JsonWriter json, Table table, string path, string format, string mediaType)
    {
        json.WriteString("name", table.Name);
        json.WriteString("type", "table");
        json.WriteString("path", path);
        json.WriteString("description", table.Description);
        json.WriteString("format", format);
        json.WriteString("mediatype", mediaType);
    }

    private static void Schema(Utf8JsonWriter json, Table table, Action fields) => json.Object("schema", () =>
    {
        json.Array("fields", fields);
        if (table.Name == Tables.Reports.Name) return; // a text that came in by two names may stand there twice
        json.Texts("primaryKey", ["id"]);
        json.Array("foreignKeys", () => json.Object(null, () =>
        {
            json.Texts("fields", ["report"]);
            json.Object("reference", () =>
            {
                json.WriteString("resource", Tables.Reports.Name);
                json.Texts("fields", ["id"]);
            });
        }));
    });

    private static void Field(Utf8JsonWriter json, string name, CellType type, bool isList, ImmutableArray<string> terms)
    {
        var told = type switch
        {
            CellType.Whole => "integer",
            CellType.Real => "number",
            CellType.Day => "date",
            CellType.Moment => "datetime",
            _ => "string",
        };
        Typed(json, name, isList ? "list" : told);
        if (isList)
        {
            json.WriteString("delimiter", Cells.Bar.ToString());
            json.WriteString("itemType", told);
        }

        if (!terms.IsEmpty) json.Object("constraints", () => json.Texts("enum", terms));
    }

    private static void Typed(Utf8JsonWriter json, string name, string type)
    {
        json.WriteString("name", name);
        json.WriteString("type", type);
    }

    private static (string Type, string? Format) Gdelt(string column) => column switch
    {
        "SQLDATE" => ("date", "%Y%m%d"),
        "DATEADDED" or "EventTimeDate" or "MentionTimeDate" => ("datetime", "%Y%m%d%H%M%S"),
        "GLOBALEVENTID" or "Year" or "IsRootEvent" or "QuadClass" or "NumMentions" or "NumSources" or "NumArticles" or "MentionType" or "SentenceID"
            or "Actor1CharOffset" or "Actor2CharOffset" or "ActionCharOffset" or "InRawText" or "Confidence" or "MentionDocLen" => ("integer", null),
        "FractionDate" or "GoldsteinScale" or "AvgTone" or "MentionDocTone" => ("number", null),
        _ when column.EndsWith("Geo_Type", StringComparison.Ordinal) => ("integer", null),
        _ when column.EndsWith("Geo_Lat", StringComparison.Ordinal) || column.EndsWith("Geo_Long", StringComparison.Ordinal) => ("number", null),
        _ => ("string", null),
    };
}
