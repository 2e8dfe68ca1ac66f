using System.Net;
using System.Text;
using Heliograph.Web;
using Microsoft.AspNetCore.Builder;

namespace Heliograph.Fuzz;

/// <summary>Bodies and addresses sent to a server of this process: whatever comes, it answers, and never with a fault of its own (500).</summary>
internal sealed class ApiTarget : Target
{
    private static readonly string[] Bodies =
    [
        "POST /api/v1/read\n{\"text\":\"Gunmen attacked Brennick on Tuesday, officials said.\",\"published\":\"2031-05-02\",\"title\":\"A raid\"}",
        "POST /api/v1/read?keep=true\n{\"html\":\"<p>Gunmen attacked Brennick.</p>\",\"id\":\"a\",\"outlet\":\"The Post\"}",
        "POST /api/v1/entries/0123456789abcdef0123456789abcdef/corrections\n{\"verb\":\"change\",\"field\":\"type\",\"value\":\"THREATEN\",\"reason\":\"a\",\"by\":\"b\"}",
        "POST /api/v1/actors/PAK/merge\n{\"into\":\"AFG\",\"reason\":\"a\"}",
        "POST /mcp\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search_entries\",\"arguments\":{\"filter\":\"actor=PAK\",\"limit\":5}}}",
        "POST /mcp\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}}",
        "GET /api/v1/entries?actor=PAK&type=ASSAULT&limit=5&after=\n",
        "GET /api/v1/counts?by=month&kind=event\n",
        "GET /ledger?text=border\n",
        "GET /api/v1/reports?title=raid\n",
    ];

    private readonly FuzzedLedger _file = new();
    private readonly LedgerPool _pool;
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    public ApiTarget()
    {
        _pool = new(_file.Place);
        _app = WebServer.Build(new() { Ledger = _file.Place, Address = new(IPAddress.Loopback, 0), Read = English.Read, Reader = () => "fuzz", RequestsPerMinute = 1_000_000 }, _pool);
        _app.StartAsync().GetAwaiter().GetResult();
        _client = new() { BaseAddress = new(_app.Urls.First()) };
    }

    /// <inheritdoc/>
    public override string Name => "api";

    /// <inheritdoc/>
    public override byte[] Make(Random random) => Mutation.Of(
        Encoding.UTF8.GetBytes(Bodies[random.Next(Bodies.Length)]), random, "{", "}", "[", "null", "\"", ",", "true", "-1", "%00", "&", "?", "/", "..", "%2e%2e", "\"params\":", "\"arguments\":{}", "\"verb\":\"accept\"");

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        // the first line is method and address, the rest the body
        var line = input.AsSpan().IndexOf((byte)'\n') is >= 0 and var at ? at : input.Length;
        var head = Encoding.UTF8.GetString(input[..line]).Split(' ', 2);
        if (head is not ["GET" or "POST", ['/', ..] path] || !Uri.TryCreate(_client.BaseAddress, path, out var address) || address.Host != _client.BaseAddress!.Host) return;
        using var request = new HttpRequestMessage(new(head[0]), address);
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream, text/html");
        if (head[0] == "POST")
        {
            request.Content = new ByteArrayContent(input[Math.Min(input.Length, line + 1)..]);
            request.Content.Headers.ContentType = new("application/json");
        }

        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(MostSeconds));
        using var response = _client.Send(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
        BrokenPromiseException.ThrowUnless(response.StatusCode != HttpStatusCode.InternalServerError, $"{head[0]} {address.PathAndQuery} was answered with 500");
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _client.Dispose();
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
        _pool.Dispose();
        _file.Dispose();
        base.Dispose();
    }
}
