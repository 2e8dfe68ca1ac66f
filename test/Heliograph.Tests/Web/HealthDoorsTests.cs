using System.Net;
using Heliograph.Web.Access;

namespace Heliograph.Tests.Web;

/// <summary>What whoever runs the server asks it.</summary>
public sealed class HealthDoorsTests : IDisposable
{
    private readonly string _tokens = Path.Combine(Path.GetTempPath(), $"heliograph-tokens-{Guid.NewGuid():N}");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_that_it_lives_and_is_ready_to_whoever_asks()
    {
        await using var served = new Served { Change = settings => settings with { Tokens = new TokenFile(_tokens) } };
        await served.InitializeAsync();

        Assert.Equal("live\n", await served.Client.GetStringAsync("/health/live", Stop));
        Assert.Equal("ready\n", await served.Client.GetStringAsync("/health/ready", Stop));
        using var head = await served.Send(HttpMethod.Head, "/health/live");
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Fact]
    public async Task Lives_but_is_not_ready_while_the_model_is_loaded()
    {
        var isAwake = false;
        await using var served = new Served { Change = settings => settings with { IsAwake = () => isAwake } };
        await served.InitializeAsync();

        var problem = await served.Problem(HttpStatusCode.ServiceUnavailable, "/health/ready");
        Assert.Contains("model", (string)problem["found"]!, StringComparison.Ordinal);
        Assert.Equal("live\n", await served.Client.GetStringAsync("/health/live", Stop));

        isAwake = true;
        Assert.Equal("ready\n", await served.Client.GetStringAsync("/health/ready", Stop));
    }

    [Fact]
    public async Task Is_not_ready_without_its_ledger_and_names_no_place_to_strangers()
    {
        await using var served = new Served();
        await served.InitializeAsync();
        served.Ledger.Dispose(); // and what waits in it
        File.Move(served.Place, served.Place + ".away");

        var problem = await served.Problem(HttpStatusCode.ServiceUnavailable, "/health/ready");

        Assert.DoesNotContain(Path.GetFileName(served.Place), problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_count_requests_and_texts_for_whoever_may_read()
    {
        await using var served = await Served.ToReadOnly();
        using var read = await served.Send(HttpMethod.Post, "/api/v1/read?force=true", """{"text":"Mara said Holm fell"}""");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);

        var metrics = await served.Client.GetStringAsync("/metrics", Stop);

        var over = metrics.Split('\n').First(line => line.StartsWith("heliograph_reading_over", StringComparison.Ordinal));
        Assert.True(double.Parse(over.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) >= 1, over);
        Assert.Contains("heliograph_reading_waiting", metrics, StringComparison.Ordinal);
        Assert.Matches(@"http_server_request_duration_seconds_count\{[^}]*http_route=""/api/v1/read""", metrics);
        Assert.DoesNotContain(served.Place, metrics, StringComparison.Ordinal);

        served.Client.DefaultRequestHeaders.Authorization = null;
        await served.Problem(HttpStatusCode.Unauthorized, "/metrics");
    }

    public void Dispose() => File.Delete(_tokens);
}
