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
            SELECT concat_ws(' ', type, killed.low, latitude, longitude, quad, review.mark, outlet)
            FROM {From("events")} AS event JOIN {From("reports")} AS report ON report.id = event.report WHERE killed.low > 10
            """));

    [Fact]
    public void Finds_the_words_by_their_offsets() => Assert.Equal(
        ["shelled"],
        DuckDb.Rows($"""
            SELECT substr(text, trigger.spans[1].start + 1, trigger.spans[1]."end" - trigger.spans[1].start)
            FROM {From("events")} AS event JOIN {From("reports")} AS report ON report.id = event.report WHERE cameo = '194'
            """));

    [Fact]
    public void Lists_the_parties_with_their_words_names_and_codes() => Assert.Equal(
        ["Korvan army|Korvan forces|korvan-army|ROU|MIL|29", "|militiamen||ROU|UAF|47"],
        DuckDb.Rows($"""
            SELECT concat_ws('|', coalesce(who.name, ''), who.text, coalesce(who.id, ''), who.code, who.sector, who.spans[1].start)
            FROM (SELECT unnest(actor) AS who FROM {From("events")} WHERE cameo = '194')
            """));

    [Fact]
    public void Keeps_several_places_apart_and_tells_none_from_an_empty_list() => Assert.Equal(
        ["1 in Esland CHE 46.25", "1 along the coast 1.5", "0"],
        DuckDb.Rows($"SELECT DISTINCT concat_ws(' ', len(place), place[1].text, place[1].country, place[1].latitude) AS row FROM {From("events")} ORDER BY row DESC"));

    [Fact]
    public void Counts_with_days_and_moments() => Assert.Equal(
        ["2031-05-05 1 2031 6"],
        DuckDb.Rows($"""
            SELECT concat_ws(' ', time.start, time."end" - time.start, date_part('year', review.at), date_part('month', review.at))
            FROM {From("events")} WHERE cameo = '194'
            """));

    [Theory]
    [InlineData("events", "type"), InlineData("events", "actor, list, element, code"), InlineData("statements", "manner"), InlineData("reports", "language")]
    public void Keeps_texts_that_come_again_in_dictionaries(string table, string column) => Assert.Contains(
        "DICTIONARY",
        Assert.Single(DuckDb.Rows($"SELECT encodings FROM parquet_metadata({From(table)}) WHERE path_in_schema = '{column}'")),
        StringComparison.Ordinal);

    private string From(string table) => $"'{Path.Combine(_folder, table + ".parquet")}'";
}
