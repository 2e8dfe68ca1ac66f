namespace Heliograph.Tests.Exports;

public sealed class ParquetTests : IDisposable
{
    private static readonly string[] Tables = ["reports", "mentions", "statements", "events"];

    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    public ParquetTests()
    {
        foreach (var (name, bytes) in Exported.As("parquet").Files) File.WriteAllBytes(Path.Combine(_folder, name), bytes);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Has_the_columns_that_others_load() => string.Concat(
        Tables.Select(table =>
            $"=== {table}: {DuckDb.Rows($"SELECT count(*) FROM {From(table)}")[0]}\n" +
            string.Concat(DuckDb.Rows($"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM {From(table)})").Select(row => row + "\n")))).Approve();

    [Fact]
    public void Gives_back_every_text_as_it_stood()
    {
        var texts = DuckDb.Rows($"SELECT text FROM {From("reports")} ORDER BY published NULLS LAST");

        Assert.Equal([InventedLedger.All[0].Report.Text, InventedLedger.All[1].Report.Text], texts);
    }

    [Fact]
    public void Answers_a_question_across_tables() => Assert.Equal(
        ["ASSAULT 14 46.25 -7.5 4 accepted The Korvan Post"],
        DuckDb.Rows($"""
            SELECT concat_ws(' ', type, killed_low, latitude, longitude, quad, review, outlet)
            FROM {From("events")} AS event JOIN {From("reports")} AS report ON report.id = event.report WHERE killed_low > 10
            """));

    [Fact]
    public void Finds_the_words_by_their_offsets() => Assert.Equal(
        ["shelled"],
        DuckDb.Rows($"""
            SELECT substr(text, split_part(trigger_spans, '-', 1)::INT + 1, split_part(trigger_spans, '-', 2)::INT - split_part(trigger_spans, '-', 1)::INT)
            FROM {From("events")} AS event JOIN {From("reports")} AS report ON report.id = event.report WHERE cameo = '194'
            """));

    private string From(string table) => $"'{Path.Combine(_folder, table + ".parquet")}'";
}
