using System.Net;
using Heliograph.Web.Access;

namespace Heliograph.Tests.Web;

/// <summary>Signing in with a browser, over a real server that asks for tokens.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-sign-in-").FullName;
    private Served _served = null!;
    private HttpClient _client = null!;
    private string _token = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var tokens = new TokenFile(Path.Combine(_folder, "tokens"));
        _token = tokens.Add("edda", Right.Editor, Served.Clock.GetUtcNow())!;
        _served = new() { Change = settings => settings with { Tokens = tokens } };
        await _served.InitializeAsync();
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _served.Client.BaseAddress };
    }

    [Fact]
    public async Task A_page_without_a_token_leads_to_the_form_and_programs_get_a_problem()
    {
        using var page = await Send(HttpMethod.Get, "/ledger?kind=event&text=a+b");
        using var api = await Send(HttpMethod.Get, "/api/v1/runs");

        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?to=%2Fledger%3Fkind%3Devent%26text%3Da%2Bb"), (page.StatusCode, page.Headers.Location?.OriginalString));
        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_token_opens_a_session_that_leads_back_and_lasts_until_it_is_ended()
    {
        using var response = await SignIn(_token, "/runs");
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));

        Assert.Equal((HttpStatusCode.Redirect, "/runs"), (response.StatusCode, response.Headers.Location?.OriginalString));
        Assert.DoesNotContain(_token[3..], cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/; samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", cookie, StringComparison.Ordinal); // it would not come back over http

        var session = ("Cookie", cookie.Split(';')[0]);
        using var runs = await Send(HttpMethod.Get, "/runs", null, session);
        Assert.Contains("Sign out", await runs.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var foreign = await Send(HttpMethod.Post, "/read", Form(("text", "Mara said Holm fell")), session, ("Origin", "http://evil.example"), ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using var unsaid = await Send(HttpMethod.Post, "/read", Form(("text", "Mara said Holm fell")), session);
        Assert.Equal(HttpStatusCode.Forbidden, unsaid.StatusCode);
        using var own = await Send(HttpMethod.Post, "/read", Form(("text", "Mara said Holm fell"), ("published", "2031-05-09"), ("force", "true"), ("keep", "true")), session, ("Sec-Fetch-Site", "same-origin"));
        Assert.StartsWith("/d/", own.Headers.Location?.OriginalString, StringComparison.Ordinal);

        using var foreignOut = await Send(HttpMethod.Post, "/sign-out", Form(), session, ("Sec-Fetch-Site", "cross-site"));
        using var still = await Send(HttpMethod.Get, "/runs", null, session);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        using var ended = await Send(HttpMethod.Post, "/sign-out", Form(), session, ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal("/sign-in", ended.Headers.Location?.OriginalString);
        using var after = await Send(HttpMethod.Get, "/runs", null, session);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task Behind_https_the_cookie_goes_over_https_only()
    {
        using var response = await SignIn(_token, "/", ("X-Forwarded-Proto", "https"));

        Assert.Contains("; secure;", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Signing_in_leads_to_no_other_server(string to)
    {
        using var response = await SignIn(_token, to);

        Assert.Equal("/", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_token_in_an_address_opens_nothing()
    {
        using var response = await Send(HttpMethod.Get, "/sign-in?token=" + _token);

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain(_token, await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("X-None", "")]
    public async Task A_page_of_another_site_signs_nobody_in(string header, string value)
    {
        using var response = await Send(HttpMethod.Post, "/sign-in", Form(("token", _token)), (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Who_comes_from_another_site_is_asked_again_by_a_page_of_ours_which_brings_the_cookie()
    {
        using var response = await Send(HttpMethod.Get, "/sign-in?to=%2Fruns", null, ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal("0; url=/sign-in?to=%2Fruns", Assert.Single(response.Headers.GetValues("Refresh")));
    }

    [Fact]
    public async Task Wrong_tokens_are_told_so_ten_times_in_a_minute_and_shut_out_nobody_who_has_a_right_one()
    {
        for (var i = 0; i < SignInTries.Most; i++)
        {
            using var wrong = await SignIn($"hg_wrong{i}", "/runs");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
            Assert.DoesNotContain($"hg_wrong{i}", await wrong.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        using var tooMany = await SignIn("hg_wrong", "/runs");
        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (tooMany.StatusCode, tooMany.Headers.RetryAfter?.ToString()));
        using var right = await SignIn(_token, "/runs");
        Assert.Equal((HttpStatusCode.Redirect, "/runs"), (right.StatusCode, right.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task One_account_signs_in_ten_times_a_minute_and_others_do_not_wait_for_it()
    {
        for (var i = 0; i < SignInTries.Most; i++)
        {
            using var right = await SignIn(_token, "/");
            Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        }

        using var tooMany = await SignIn(_token, "/");
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
        Assert.False(tooMany.Headers.Contains("Set-Cookie"));
        var other = new TokenFile(Path.Combine(_folder, "tokens")).Add("otto", Right.Reader, Served.Clock.GetUtcNow())!;
        using var others = await SignIn(other, "/");
        Assert.Equal(HttpStatusCode.Redirect, others.StatusCode);
    }

    [Fact]
    public async Task Behind_a_trusted_server_wrong_tokens_count_for_the_address_they_come_from_and_cookies_go_over_https_only()
    {
        await _served.DisposeAsync();
        var tokens = new TokenFile(Path.Combine(_folder, "tokens"));
        _served = new() { Change = settings => settings with { Tokens = tokens, TrustedProxies = [Forwarding.Parse("127.0.0.1")!.Value] } };
        await _served.InitializeAsync();
        _client.Dispose();
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _served.Client.BaseAddress };
        for (var i = 0; i <= SignInTries.Most; i++)
        {
            using var stranger = await SignIn("hg_wrong", "/", ("X-Forwarded-For", $"198.51.100.{i}, 203.0.113.9"));
            Assert.Equal(i < SignInTries.Most ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests, stranger.StatusCode);
        }

        using var colleague = await SignIn("hg_wrong", "/", ("X-Forwarded-For", "203.0.113.10"));
        Assert.Equal(HttpStatusCode.Unauthorized, colleague.StatusCode);
        using var right = await SignIn(_token, "/", ("X-Forwarded-For", "203.0.113.10"));
        Assert.Contains("; secure;", Assert.Single(right.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        using var plain = await SignIn(_token, "/", ("X-Forwarded-For", "203.0.113.10"), ("X-Forwarded-Proto", "http"));
        Assert.DoesNotContain("secure", Assert.Single(plain.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_are_counted_by_the_callers_address_behind_a_trusted_server()
    {
        await using var served = new Served { Change = settings => settings with { RequestsPerMinute = 12, Tokens = new TokenFile(Path.Combine(_folder, "tokens")), TrustedProxies = [Forwarding.Parse("127.0.0.1")!.Value] } };
        await served.InitializeAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Status("203.0.113.9")));
        Assert.Contains(HttpStatusCode.TooManyRequests, all);
        Assert.Equal(HttpStatusCode.OK, await Status("203.0.113.10"));

        async Task<HttpStatusCode> Status(string from)
        {
            using var response = await served.Send(HttpMethod.Get, "/sign-in", null, ("X-Forwarded-For", from));
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task A_form_that_breaks_off_is_refused_in_a_page()
    {
        foreach (var (type, body) in ((string, string)[])[("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nhg"), ("multipart/form-data; boundary=b", "--b"), ("multipart/form-data", "x")])
        {
            var content = new StringContent(body);
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var response = await Send(HttpMethod.Post, "/sign-in", content, ("Sec-Fetch-Site", "same-origin"));
            Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task A_form_that_is_none_is_refused_in_a_page()
    {
        using var response = await Send(HttpMethod.Post, "/sign-in", new StringContent("{}", null, "application/json"), ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _served.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<HttpResponseMessage> SignIn(string token, string to, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, "/sign-in", new FormUrlEncodedContent([new("token", token), new("to", to)]), [("Sec-Fetch-Site", "same-origin"), .. headers]);

    private static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        return form;
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request, Stop);
    }
}
