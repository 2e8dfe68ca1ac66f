using System.Net;
using System.Net.Sockets;
using Heliograph.Cli;
using Heliograph.Store;
using Heliograph.Web;
using Heliograph.Web.Access;

namespace Heliograph.Tests.Cli;

public class ServeCommandTests
{
    [Fact]
    public async Task Serves_the_samples_until_it_is_stopped_and_throws_their_ledger_away()
    {
        using var errors = new StringWriter { NewLine = "\n" };
        using var served = ServedLedger.OfSamples();
        using var stop = new CancellationTokenSource();

        var running = ServeCommand.Run(Settings(served.Place, 0), served, () => Simple.Stages, errors, stop.Token);
        await Until(() => Count(served.Place) >= 9);
        await stop.CancelAsync();

        Assert.Equal(0, await running);
        Assert.Matches(@"^Heliograph listens on http://127\.0\.0\.1:\d+, with the ledger of the invented samples\. Stop it with Ctrl\+C\.\nHeliograph has stopped\.\n$", errors.ToString());
        served.Dispose();
        Assert.False(File.Exists(served.Place));
    }

    [Fact]
    public async Task Says_that_another_program_listens_there()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var errors = new StringWriter();
        using var served = ServedLedger.OfSamples();
        var settings = Settings(served.Place, ((IPEndPoint)other.LocalEndpoint).Port);

        Assert.Equal(1, await ServeCommand.Run(settings, served, () => Simple.Stages, errors, TestContext.Current.CancellationToken));

        Assert.Contains($"{settings.Address.Url}: found that another program listens there, expected a free port.", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_a_ledger_before_it_listens()
    {
        var place = Path.Combine(Path.GetTempPath(), $"heliograph-{Guid.NewGuid():N}.db");
        using var errors = new StringWriter();
        using var served = new ServedLedger(place);

        Assert.Equal(ExitStatus.NoLedger, await ServeCommand.Run(Settings(place, 0), served, () => Simple.Stages, errors, TestContext.Current.CancellationToken));

        Assert.Contains("found no such file, expected a ledger", errors.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(place));
    }

    [Fact]
    public async Task Makes_and_shows_a_first_token_once()
    {
        var file = Path.Combine(Path.GetTempPath(), $"heliograph-tokens-{Guid.NewGuid():N}");
        var tokens = new TokenFile(file);
        try
        {
            var first = await Start();
            var token = first.Split('\n')[0].Split(' ')[^1];
            Assert.Equal(("first", Right.Editor), (tokens.Find(token)!.Name, tokens.Find(token)!.Right));
            Assert.DoesNotContain("hg_", await Start(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }

        async Task<string> Start()
        {
            using var errors = new StringWriter { NewLine = "\n" };
            using var served = ServedLedger.OfSamples();
            using var stop = new CancellationTokenSource();
            var running = ServeCommand.Run(Settings(served.Place, 0) with { Tokens = tokens }, served, () => Simple.Stages, errors, stop.Token);
            await Until(() => Count(served.Place) > 0);
            await stop.CancelAsync();
            await running;
            return errors.ToString();
        }
    }

    private static WebSettings Settings(string ledger, int port) => new()
    {
        Ledger = ledger,
        Address = new(IPAddress.Loopback, port),
        Read = report => Simple.Stages.Read(report).Entries,
        Reader = () => "test",
    };

    private static long Count(string place)
    {
        using var store = LedgerStore.OpenToRead(place);
        return store.Reports(null, 100).Length;
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var i = 0; i < 300 && !holds(); i++) await Task.Delay(50, TestContext.Current.CancellationToken);
    }
}
