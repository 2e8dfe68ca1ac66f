using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heliograph.Actors;
using Heliograph.Documents;
using Heliograph.Store;
using Heliograph.Tests.Cli;
using Heliograph.Web;
using Heliograph.Web.Access;
using Microsoft.AspNetCore.Builder;

namespace Heliograph.Tests.Web;

/// <summary>A server on a free port of this machine, over a ledger of a few invented reports, read by the simple stages.</summary>
public sealed class Served : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-web-").FullName;
    private WebApplication? _app;

    /// <summary>The clock of corrections and runs.</summary>
    public static TimeProvider Clock { get; } = new Standing();

    /// <summary>The reports of the ledger, in the order they were added.</summary>
    internal static IReadOnlyList<Report> Reports { get; } =
    [
        Report("one", "Mara said Belmere fell", "The Korvan Post", 1),
        Report("two", "Arlo said Merrin fell on Monday", "The Korvan Post", 2),
        Report("three", "🚀 Dovrin fell", "Harbour Post", 3),
        Report("four", "Nobody knows", "Harbour Post", 4),
    ];

    public string Place => Path.Combine(_folder, "ledger.db");

    public LedgerPool Ledger { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    internal Func<WebSettings, WebSettings> Change { get; set; } = settings => settings;

    internal static ActorRegister Register => ActorRegister.Shipped;

    public async ValueTask InitializeAsync()
    {
        using (var store = LedgerStore.Open(Place))
        {
            var run = store.Begin("test 1", "", Clock.GetUtcNow());
            foreach (var report in Reports) store.Append(report, Simple.Stages.Read(report).Entries, "test 1", run);
            store.Refuse(run, "five.txt", "five.txt: byte 3: found byte 0xFF, expected UTF-8. Save it as UTF-8.");
            store.End(run, Clock.GetUtcNow());
            run = store.Begin("test 2", "", Clock.GetUtcNow());
            store.Append(Reports[0], [.. Simple.Stages.Read(Reports[0]).Entries.Skip(1)], "test 2", run);
            store.Append(Reports[0], Simple.Stages.Read(Reports[0]).Entries, "test 2", null);
            store.End(run, Clock.GetUtcNow());
        }

        Ledger = new(Place);
        _app = WebServer.Build(Change(Settings()), Ledger);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Client = new() { BaseAddress = new(_app.Urls.First()) };
    }

    internal WebSettings Settings() => new()
    {
        Ledger = Place,
        Address = new(IPAddress.Loopback, 0),
        Read = report => Simple.Stages.Read(report, Register).Entries,
        Reader = () => "test",
        Version = "1.2.3",
        Clock = Clock,
        Pause = TimeSpan.FromMilliseconds(20),
        RequestsPerMinute = 60_000,
    };

    /// <summary>A server of its own that asks for a token, and whose client shows one that only reads: rita's.</summary>
    public static async Task<Served> ToReadOnly()
    {
        var strict = new Served();
        var tokens = new TokenFile(Path.Combine(strict._folder, "tokens"));
        var token = tokens.Add("rita", Right.Reader, Clock.GetUtcNow());
        strict.Change = settings => settings with { Tokens = tokens };
        await strict.InitializeAsync();
        strict.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return strict;
    }

    /// <summary>The JSON that a door answers with 200.</summary>
    public async Task<JsonObject> Get(string path)
    {
        using var response = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return await Json(response);
    }

    /// <summary>The problem that a door answers.</summary>
    public async Task<JsonObject> Problem(HttpStatusCode status, string path, HttpMethod? method = null, string? body = null, params (string Name, string Value)[] headers)
    {
        using var response = await Send(method ?? HttpMethod.Get, path, body, headers);
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var problem = await Json(response);
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.NotEmpty((string)problem["title"]!);
        Assert.NotEmpty((string)problem["detail"]!);
        return problem;
    }

    /// <summary>Sends a request; a body is JSON.</summary>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonObject> Json(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonObject>(JsonSerializerOptions.Default, TestContext.Current.CancellationToken))!;

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        Ledger?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Report Report(string name, string text, string outlet, int day) =>
        new(text) { Input = name, Title = name, Outlet = outlet, Published = new(2031, 5, day) };

    private sealed class Standing : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2031, 6, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
