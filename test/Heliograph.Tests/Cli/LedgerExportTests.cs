using Heliograph.Cli;
using Heliograph.Exports;
using Heliograph.Store;

namespace Heliograph.Tests.Cli;

public sealed class LedgerExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    public static TheoryData<string> Names => [.. Export.Formats.Select(format => format.Name), "text"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Exports_exactly_what_was_printed()
    {
        var printed = ReadSome();

        var (status, output, errors) = Run(new("jsonl", null, new()));

        Assert.Equal((0, printed), (status, output));
        Assert.Matches("^export: [0-9]+ entries written\\.\n$", errors);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Exports_into_a_place_and_leaves_nothing_beside_it(string name)
    {
        ReadSome();
        var parent = Directory.CreateDirectory(Path.Combine(_folder, "out")).FullName;

        var (status, _, errors) = Run(new(name, Path.Combine(parent, "export"), new()));

        Assert.True(status == 0, errors);
        Assert.Equal([Path.Combine(parent, "export")], Directory.GetFileSystemEntries(parent));
        Assert.Equal(Export.Find(name)?.IsFolder == true, Directory.Exists(Path.Combine(parent, "export")));
    }

    [Fact]
    public void Takes_a_filter_as_a_query_does()
    {
        ReadSome();

        var (_, output, errors) = Run(new("jsonl", null, new(), "kind=event&report=r1"));

        Assert.Equal(2, output.Count(letter => letter == '\n')); // the report and its event
        Assert.Contains("1 entry written", errors, StringComparison.Ordinal);
        Assert.Equal(output, Run(new("jsonl", null, new() { Kind = "event", Report = "r1" })).Output);
    }

    [Theory]
    [InlineData("jsonl", "kind=rumour", "--filter: kind: found 'rumour'")]
    [InlineData("csv", "", "--output: found none, expected a folder")]
    public void Says_what_is_wrong_with_what_was_asked(string format, string filter, string why)
    {
        ReadSome();

        var (status, output, errors) = Run(new(format, null, new(), filter));

        Assert.Equal((ExitStatus.WrongUse, ""), (status, output));
        Assert.Contains(why, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    public void Says_where_an_export_cannot_be_written(string format)
    {
        ReadSome();
        File.WriteAllText(Path.Combine(_folder, "file"), "");

        var (status, _, errors) = Run(new(format, Path.Combine(_folder, "file", "x"), new()));

        Assert.Equal(1, status);
        Assert.Contains("--output", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_its_hands_off_a_folder_that_is_not_empty()
    {
        ReadSome();

        var (status, _, errors) = Run(new("csv", _folder, new()));

        Assert.Equal(1, status);
        Assert.Contains("not empty", errors, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "ledger.db")));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public void Begins_anew_where_an_export_was_killed(string format)
    {
        ReadSome();
        var place = Path.Combine(_folder, "export");
        if (format == "csv") File.WriteAllText(Path.Combine(Directory.CreateDirectory(place + ".part").FullName, "half.csv"), "x");
        else File.WriteAllText(place + ".part", new('x', 100_000));

        Assert.Equal(0, Run(new(format, place, new())).Status);

        Assert.False(Path.Exists(place + ".part"));
        Assert.False(File.Exists(Path.Combine(place, "half.csv")));
        if (format == "jsonl") Assert.Equal(Run(new(format, null, new())).Output, File.ReadAllText(place));
    }

    [Theory]
    [InlineData("jsonl"), InlineData("gdelt"), InlineData("parquet")]
    public void Tells_rows_and_bytes_and_writes_nothing(string format)
    {
        ReadSome();
        var place = Path.Combine(_folder, "export");

        var (status, output, errors) = Run(new(format, place, new(), DryRun: true));

        Assert.Equal((0, false), (status, Path.Exists(place)));
        Assert.StartsWith("dry run: ", errors, StringComparison.Ordinal);
        Assert.Equal(0, Run(new(format, place, new())).Status);
        var bytes = Directory.Exists(place) ? new DirectoryInfo(place).EnumerateFiles().Sum(file => file.Length) : new FileInfo(place).Length;
        Assert.Matches($"^[0-9]+ rows, {bytes} bytes\n$", output);
    }

    [Fact]
    public void Counts_no_bytes_of_what_only_people_read()
    {
        ReadSome();

        var (status, _, errors) = Run(new("text", null, new(), DryRun: true));

        Assert.Equal(ExitStatus.WrongUse, status);
        Assert.Contains("--dry-run: found the format text", errors, StringComparison.Ordinal);
    }

    private string ReadSome() => ReadCommandTests.Read(
        ReadCommandTests.Request(OutputFormat.Jsonl) with { Ledger = Path.Combine(_folder, "ledger.db") },
        string.Join('\n', Enumerable.Range(1, 3).Select(ReadCommandTests.Line))).Output;

    private (int Status, string Output, string Errors) Run(ExportRequest request) => Simple.Run(streams =>
    {
        using var ledger = LedgerStore.OpenToRead(Path.Combine(_folder, "ledger.db"));
        return streams.Guard(() => new LedgerExport(ledger, streams).Run(request));
    });
}
