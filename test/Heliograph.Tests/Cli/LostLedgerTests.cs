using Heliograph.Cli;
using Heliograph.Store;
using Heliograph.Tests.Store;

namespace Heliograph.Tests.Cli;

public class LostLedgerTests(PostgresServer server)
{
    [Fact]
    public void A_lost_database_is_told_as_lost_with_what_was_kept()
    {
        var place = server.NewDatabase();
        var request = ReadCommandTests.Request(OutputFormat.Jsonl) with { Ledger = place };
        var input = string.Join('\n', Enumerable.Range(1, 40).Select(ReadCommandTests.Line));
        using var output = new Watched(line => line.Contains("\"r3\"", StringComparison.Ordinal), () => PostgresServer.Sql(
            place, "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"));
        using var errors = new StringWriter { NewLine = "\n" };

        var status = ReadCommand.Run(
            request, Simple.Stages, new(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input)), output, errors), TestContext.Current.CancellationToken);

        Assert.Equal(ExitStatus.NoLedger, status);
        Assert.Contains("found that the connection to the database was lost, expected a ledger to write.", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("Of this batch 3 reports are kept; read it again to go on", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("3 reports read, 0 refused", errors.ToString(), StringComparison.Ordinal);
        using (var kept = LedgerStore.OpenToRead(place)) Assert.Equal(3, kept.Read(new()).Count());
        Assert.Equal(ExitStatus.Done, ReadCommandTests.Read(request, input).Status);
        using (var kept = LedgerStore.OpenToRead(place)) Assert.Equal(40, kept.Read(new()).Count());
    }
}
