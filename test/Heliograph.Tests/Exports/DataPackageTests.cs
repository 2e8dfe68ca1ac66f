using System.Text.Json.Nodes;

namespace Heliograph.Tests.Exports;

/// <summary>What <c>datapackage.json</c> says of a folder of tables, held against what is in them.</summary>
public sealed class DataPackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("csv"), InlineData("tsv"), InlineData("gdelt")]
    public void Tells_types_that_every_cell_of_text_keeps_to(string format)
    {
        foreach (var resource in Resources(format))
        {
            var place = Path.Combine(_folder, (string)resource["path"]!);
            var fields = Fields(resource).ToList();
            var hasHeader = (bool)resource["dialect"]!["header"]!;
            var columns = string.Join(", ", fields.Select(field => $"'{field["name"]}': '{Sql((string)field["type"]!)}'"));
            var table = $"""
                read_csv('{place}', auto_detect = false, header = {hasHeader}, delim = '{resource["dialect"]!["delimiter"]}', quote = '"', escape = '"', dateformat = '%Y{(hasHeader ? "-%m-%d" : "%m%d")}',
                    timestampformat = '%Y{(hasHeader ? "-%m-%dT%H:%M:%SZ" : "%m%d%H%M%S")}', columns = {"{"}{columns}{"}"})
                """;

            Assert.Equal(Exported.As(format, all: true).Lines((string)resource["path"]!).Length - (hasHeader ? 1 : 0), int.Parse(DuckDb.Rows($"SELECT count(*) FROM {table}")[0], System.Globalization.CultureInfo.InvariantCulture));
            DuckDb.Rows($"SELECT * FROM {table}"); // casts every cell
            if (hasHeader) Assert.Equal(File.ReadLines(place).First().TrimEnd('\r').Split(format == "csv" ? ',' : '\t'), fields.Select(field => (string)field["name"]!));
        }
    }

    [Fact]
    public void Tells_what_parquet_itself_tells()
    {
        foreach (var resource in Resources("parquet"))
        {
            var place = Path.Combine(_folder, (string)resource["path"]!);
            var told = Fields(resource).Select(field => $"{field["name"]} {field["type"]}");

            Assert.Equal(DuckDb.Rows($"SELECT column_name, {Kind} FROM (DESCRIBE SELECT * FROM '{place}')"), told);
        }
    }

    [Fact]
    public void Names_every_file_of_the_folder()
    {
        foreach (var format in (string[])["csv", "tsv", "parquet", "gdelt"])
        {
            Assert.Equal(
                Exported.As(format).Files.Keys.Where(file => file != "datapackage.json").Order(StringComparer.Ordinal),
                Resources(format).Select(resource => (string)resource["path"]!).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Writes_a_data_package() => Exported.As("csv").Text("datapackage.json").Approve();

    private const string Kind = """
        CASE WHEN column_type LIKE '%[]' THEN 'array' WHEN column_type LIKE 'STRUCT%' THEN 'object' WHEN column_type = 'BIGINT' THEN 'integer'
        WHEN column_type = 'DOUBLE' THEN 'number' WHEN column_type = 'DATE' THEN 'date' WHEN column_type LIKE 'TIMESTAMP%' THEN 'datetime' ELSE 'string' END
        """;

    private static string Sql(string type) => type switch
    {
        "integer" => "BIGINT",
        "number" => "DOUBLE",
        "date" => "DATE",
        "datetime" => "TIMESTAMP",
        "string" or "list" => "VARCHAR",
        _ => throw new InvalidOperationException($"A type that text cannot have: {type}."),
    };

    private static IEnumerable<JsonNode> Fields(JsonNode resource) => resource["schema"]!["fields"]!.AsArray().Select(field => field!);

    private IEnumerable<JsonNode> Resources(string format)
    {
        var exported = Exported.As(format, all: true);
        foreach (var (name, bytes) in exported.Files) File.WriteAllBytes(Path.Combine(_folder, name), bytes);
        return JsonNode.Parse(exported.Text("datapackage.json"))!["resources"]!.AsArray().Select(resource => resource!);
    }
}
