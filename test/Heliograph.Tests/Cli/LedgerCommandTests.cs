using Heliograph.Cli;

namespace Heliograph.Tests.Cli;

public sealed class LedgerCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    private string Ledger => Path.Combine(_folder, "ledger.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Lists_short_rows()
    {
        ReadSome();

        Run(reading => reading.List(new() { Report = "r1" }, OutputFormat.Text)).Output.Approve();
    }

    [Fact]
    public void Shows_one_entry_by_the_beginning_of_its_id()
    {
        ReadSome();
        var row = Run(reading => reading.List(new() { Kind = "event", Report = "r1" }, OutputFormat.Text)).Output;

        Run(reading => reading.Show(row[..8], OutputFormat.Text)).Output.Approve();
    }

    [Fact]
    public void Shows_a_whole_report_by_its_id()
    {
        var id = ReadSome().Split("\"id\":\"")[1].Split('"')[0];

        Assert.StartsWith("r1 · ", Run(reading => reading.Show(id, OutputFormat.Text)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zz", 2, "expected 4 to 32 hex digits")]
    [InlineData("0000000000", 1, "found no entry whose id begins so")]
    [InlineData("sha256:0000", 1, "found no such report")]
    public void Says_what_is_wrong_with_an_id(string id, int expected, string why)
    {
        ReadSome();

        var (status, output, errors) = Run(reading => reading.Show(id, OutputFormat.Text));

        Assert.Equal((expected, ""), (status, output));
        Assert.Contains(why, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_there_is_no_ledger()
    {
        var (status, _, errors) = Run(reading => reading.List(new(), OutputFormat.Text));

        Assert.Equal(ExitStatus.NoLedger, status);
        Assert.Contains("found no such file, expected a ledger", errors, StringComparison.Ordinal);
    }

    private string ReadSome() => ReadCommandTests.Read(
        ReadCommandTests.Request(OutputFormat.Jsonl) with { Ledger = Ledger },
        string.Join('\n', Enumerable.Range(1, 3).Select(ReadCommandTests.Line))).Output;

    private (int Status, string Output, string Errors) Run(Func<LedgerReading, int> action) =>
        Simple.Run(streams => LedgerCommand.Run(Ledger, streams, action));
}
