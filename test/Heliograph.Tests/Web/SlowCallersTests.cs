using System.Net;
using System.Net.Sockets;
using System.Text;
using Heliograph.Documents;
using Heliograph.Store;
using Heliograph.Tests.Cli;

namespace Heliograph.Tests.Web;

/// <summary>Callers who ask and then do not listen.</summary>
public sealed class SlowCallersTests : IAsyncDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5); // longer than a busy machine takes to begin them all
    private readonly List<TcpClient> _sockets = [];
    private Served _served = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task Serve(TimeSpan patience)
    {
        _served = new() { Change = settings => settings with { Patience = patience } };
        await _served.InitializeAsync();
        using var store = LedgerStore.Open(_served.Place);
        for (var i = 0; i < 20; i++)
        {
            var report = new Report($"Mara said Holm fell {string.Join(' ', Enumerable.Range(i * 100_000, 100_000))}") { Input = $"long {i}", Published = new(2031, 5, 2) };
            store.Append(report, Simple.Stages.Read(report).Entries, "test");
        }
    }

    [Fact]
    public async Task Exports_that_nobody_takes_keep_nobody_waiting_and_are_let_go_of()
    {
        await Serve(Soon);
        var silent = new[] { await Ask("/ledger.jsonl"), await Ask("/ledger.jsonl"), await Ask("/ledger.jsonl") };
        await Task.Delay(TimeSpan.FromSeconds(1), Stop); // so that they are made and being sent

        using var others = await _served.Client.GetAsync("/ledger.jsonl", HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal(HttpStatusCode.OK, others.StatusCode);
        Assert.Equal(others.Content.Headers.ContentLength, (await others.Content.ReadAsByteArrayAsync(Stop)).Length);
        Assert.True(others.Content.Headers.ContentLength > 10_000_000); // more than the buffers between two sockets hold

        foreach (var socket in silent) Assert.True(await IsLetGo(socket), "It still waits for a caller who takes nothing.");
    }

    [Fact]
    public async Task One_caller_has_so_many_exports_under_way_and_no_more()
    {
        await Serve(Late);
        for (var i = 0; i < 4; i++) await AskAndBegin("/ledger.jsonl");

        var problem = await _served.Problem(HttpStatusCode.TooManyRequests, "/ledger.jsonl");

        Assert.Equal("4 of yours under way", (string)problem["found"]!);
    }

    [Fact]
    public async Task Listeners_who_say_nothing_make_room_for_the_next()
    {
        await Serve(Late);
        for (var i = 0; i < 64; i++) await AskAndBegin("/api/v1/events");

        using var next = await _served.Client.GetAsync("/api/v1/events", HttpCompletionOption.ResponseHeadersRead, Stop);

        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (next.StatusCode, next.Content.Headers.ContentType?.MediaType));
        using var lines = new StreamReader(_sockets[0].GetStream());
        var told = await lines.ReadToEndAsync(Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop).ContinueWith(read => read.IsCompletedSuccessfully ? read.Result : "", Stop, TaskContinuationOptions.None, TaskScheduler.Default);
        Assert.Contains("retry: 30000", told, StringComparison.Ordinal); // the oldest is told to come back later
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in _sockets) socket.Dispose();
        await _served.DisposeAsync();
    }

    // One after the other, so that who asked first is served first, however busy the machine is
    private async Task AskAndBegin(string path)
    {
        await Ask(path);
        Assert.Contains("200 OK", await Begin(_sockets[^1]), StringComparison.Ordinal);
    }

    private static async Task<string> Begin(TcpClient socket)
    {
        var bytes = new byte[100];
        var length = await socket.GetStream().ReadAsync(bytes, Stop);
        return Encoding.ASCII.GetString(bytes, 0, length);
    }

    // A connection that was given up is reset, or ends, when at last somebody reads what is left of it
    private static async Task<bool> IsLetGo(TcpClient socket)
    {
        await Task.Delay(TimeSpan.FromSeconds(4), Stop);
        try
        {
            var bytes = new byte[1_000_000];
            long total = 0;
            for (int length; (length = await socket.GetStream().ReadAsync(bytes, Stop)) > 0;)
            {
                total += length;
                if (total > 10_000_000) return false;
            }

            return true;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private async Task<TcpClient> Ask(string path)
    {
        var socket = new TcpClient { ReceiveBufferSize = 4096 };
        _sockets.Add(socket);
        await socket.ConnectAsync(IPAddress.Loopback, _served.Client.BaseAddress!.Port, Stop);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), Stop);
        return socket;
    }
}
