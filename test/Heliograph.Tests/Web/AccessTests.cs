using System.Net;
using Heliograph.Cli;
using Heliograph.Web;
using Heliograph.Web.Access;

namespace Heliograph.Tests.Web;

/// <summary>Who is let in, and where a server listens.</summary>
public sealed class AccessTests : IDisposable
{
    private static readonly Ask Reading = new("127.0.0.1:5080", "GET", null, null, null, false, Right.Reader);

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"heliograph-tokens-{Guid.NewGuid():N}");

    [Theory]
    [InlineData("127.0.0.1:5080", true)]
    [InlineData("localhost", true)]
    [InlineData("LocalHost.:80", true)]
    [InlineData("[::1]:5080", true)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("localhost.evil.example:5080", false)]
    [InlineData("192.168.1.7", false)]
    [InlineData("", false)]
    public void Answers_on_loopback_only_to_names_of_the_machine(string host, bool isIn) =>
        Assert.Equal(isIn ? null : 421, Gate.Admit(Reading with { Host = host }, null).Problem?.Status);

    [Theory]
    [InlineData("GET", "http://evil.example", "cross-site", true)]
    [InlineData("POST", null, null, true)]
    [InlineData("POST", "http://127.0.0.1:5080", "same-origin", true)]
    [InlineData("POST", "https://127.0.0.1:5080", null, false)]
    [InlineData("POST", "http://127.0.0.1:9999", "same-site", false)]
    [InlineData("DELETE", "null", null, false)]
    [InlineData("POST", null, "cross-site", false)]
    public void Lets_on_loopback_only_its_own_pages_and_programs_write(string method, string? origin, string? site, bool isIn) =>
        Assert.Equal(isIn ? null : 403, Gate.Admit(Reading with { Method = method, Origin = origin, FetchSite = site }, null).Problem?.Status);

    [Fact]
    public void Asks_beyond_loopback_for_a_token_whatever_the_name_is()
    {
        var tokens = new TokenFile(_file);
        var reader = "Bearer " + tokens.Add("rita", Right.Reader, Served.Clock.GetUtcNow());
        var ask = Reading with { Host = "ledger.example" };

        Assert.Equal(401, Gate.Admit(ask, tokens).Problem?.Status);
        Assert.Equal(401, Gate.Admit(ask with { Authorization = "Basic abc" }, tokens).Problem?.Status);
        Assert.Equal(403, Gate.Admit(ask with { Authorization = reader, Needs = Right.Editor }, tokens).Problem?.Status);
        Assert.Equal(new Caller("rita", Right.Reader), Gate.Admit(ask with { Authorization = reader }, tokens).Caller);
    }

    [Theory]
    [InlineData("GET", null, null, null)]
    [InlineData("GET", "https://evil.example", "cross-site", null)] // SameSite keeps the cookie back, and without CORS nobody reads the answer
    [InlineData("POST", null, "same-origin", null)]
    [InlineData("POST", "https://ledger.example", null, null)]
    [InlineData("POST", null, null, 403)]
    [InlineData("POST", "null", null, 403)]
    [InlineData("POST", "https://ledger.example", "same-site", 403)]
    [InlineData("POST", "https://evil.example", "cross-site", 403)]
    [InlineData("POST", "https://ledger.example.evil.example", null, 403)]
    [InlineData("POST", "https://ledger.example:8443", null, 403)]
    [InlineData("DELETE", "file://ledger.example", null, 403)]
    [InlineData("PUT", null, "none", 403)]
    public void Lets_a_cookie_write_from_pages_of_this_server_only(string method, string? origin, string? site, int? status)
    {
        var tokens = new TokenFile(_file);
        var sessions = new Sessions(Served.Clock);
        var session = sessions.Begin(tokens.Find(tokens.Add("edda", Right.Editor, Served.Clock.GetUtcNow())!)!);
        var ask = new Ask("ledger.example", method, origin, site, null, false, Right.Editor, session);

        Assert.Equal(status, Gate.Admit(ask, tokens, sessions).Problem?.Status);
        Assert.Equal(401, Gate.Admit(ask with { Session = session + "x" }, tokens, sessions).Problem?.Status);
        Assert.Equal(401, Gate.Admit(ask with { Authorization = "Bearer none" }, tokens, sessions).Problem?.Status); // a header is not helped by a cookie
    }

    [Fact]
    public void A_session_ends_with_its_token_its_day_and_its_sign_out()
    {
        var clock = new Moving();
        var tokens = new TokenFile(_file);
        var sessions = new Sessions(clock);
        var row = tokens.Find(tokens.Add("rita", Right.Reader, clock.GetUtcNow())!)!;
        var (one, other) = (sessions.Begin(row), sessions.Begin(row));

        Assert.Equal(43, one.Length); // 256 bits
        Assert.Equal("rita", sessions.Find(one, tokens)?.Name);
        sessions.End(one);
        Assert.Null(sessions.Find(one, tokens));
        Assert.NotNull(sessions.Find(other, tokens));
        tokens.Remove("rita");
        Assert.Null(sessions.Find(other, tokens));
        tokens.Add("rita", Right.Reader, clock.GetUtcNow()); // of the same name, but another token
        Assert.Null(sessions.Find(other, tokens));
        clock.Now += Sessions.Length;
        sessions.Begin(row);
        Assert.Equal(1, sessions.Count);
        var others = sessions.Begin(row with { Hash = new('f', 64) });
        for (var i = 0; i < 1100; i++) sessions.Begin(row);
        Assert.Equal(20 + 1, sessions.Count); // who signs in again and again ends sessions of their own
        sessions.End(others);
        for (var i = 0; i < 1100; i++) sessions.Begin(row with { Hash = $"{i:x64}" });
        Assert.Equal(1000, sessions.Count);
    }

    [Theory]
    [InlineData("/ledger?kind=event&text=a%20b", "/ledger?kind=event&text=a%20b")]
    [InlineData("/a/AFG:REB", "/a/AFG:REB")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("ledger", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\r\nSet-Cookie: x=1", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/%E2/\u00e9", "/")]
    [InlineData("/sign-out", "/")]
    public void Sends_nobody_on_to_another_server(string? asked, string path) => Assert.Equal(path, OwnPath.Of(asked));

    [Fact]
    public void Takes_nobody_for_the_person_at_the_machine_whom_another_server_passed_on() =>
        Assert.Contains("--require-token", Gate.Admit(Reading with { IsForwarded = true }, null).Problem?.Next, StringComparison.Ordinal);

    [Fact]
    public void Never_opens_beyond_loopback_without_tokens()
    {
        var settings = new WebSettings { Ledger = "none.db", Address = new(IPAddress.Any, 0), Read = _ => [], Reader = () => "test" };
        using var ledger = new LedgerPool("none.db");

        Assert.Throws<ArgumentException>(() => WebServer.Build(settings, ledger));
    }

    [Fact]
    public void Keeps_hashes_of_tokens_and_not_the_tokens_in_a_file_of_its_owner()
    {
        var tokens = new TokenFile(_file);
        var token = tokens.Add("rita", Right.Reader, Served.Clock.GetUtcNow())!;

        Assert.Equal(("rita", Right.Reader), (tokens.Find(token)!.Name, tokens.Find(token)!.Right));
        Assert.Null(tokens.Find(token[..^1]));
        Assert.Equal(3 + 43, token.Length); // 256 bits
        Assert.DoesNotContain(token[3..], File.ReadAllText(_file), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_file));
        Assert.Null(tokens.Add("rita", Right.Editor, Served.Clock.GetUtcNow()));
        Assert.True(tokens.Remove("rita"));
        Assert.False(tokens.Remove("rita"));
        Assert.Null(tokens.Find(token));
    }

    [Fact]
    public void Says_which_line_of_the_file_is_no_token()
    {
        File.WriteAllText(_file, "# head\nrita\treader\n");

        Assert.Contains("line 2", Assert.Throws<InvalidDataException>(() => new TokenFile(_file).All()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Makes_lists_and_removes_tokens_from_the_command_line()
    {
        var tokens = new TokenFile(_file);
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };

        Assert.Equal(0, TokensCommand.Add(tokens, "anna", Right.Editor, Served.Clock, output, errors));
        Assert.Equal("anna", tokens.Find(output.ToString().Trim())!.Name);
        Assert.Equal(1, TokensCommand.Add(tokens, "anna", Right.Editor, Served.Clock, output, errors));
        Assert.Equal(1, TokensCommand.Add(tokens, "an na", Right.Editor, Served.Clock, output, errors));
        output.GetStringBuilder().Clear();
        Assert.Equal(0, TokensCommand.List(tokens, output, errors));
        Assert.Equal("anna                      editor  2031-06-01 12:00\n", output.ToString());
        Assert.Equal(0, TokensCommand.Remove(tokens, "anna", errors));
        Assert.Equal(1, TokensCommand.Remove(tokens, "anna", errors));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", "127.0.0.1", 5080, true)]
    [InlineData("http://localhost:0/", "127.0.0.1", 0, true)]
    [InlineData("http://[::1]:81", "::1", 81, true)]
    [InlineData("http://0.0.0.0:5080", "0.0.0.0", 5080, false)]
    [InlineData("http://*:5080", "0.0.0.0", 5080, false)]
    [InlineData("http://10.0.0.7", "10.0.0.7", 80, false)]
    public void Reads_an_address(string url, string ip, int port, bool isLoopback)
    {
        var (address, error) = ListenAddress.Parse(url);

        Assert.Null(error);
        Assert.Equal((IPAddress.Parse(ip), port, isLoopback), (address!.Ip, address.Port, address.IsLoopback));
    }

    [Theory]
    [InlineData("https://127.0.0.1", "http://")]
    [InlineData("127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("http://ledger.example", "0.0.0.0")]
    [InlineData("http://127.0.0.1/path", "path")]
    [InlineData("", "expected")]
    public void Says_what_is_wrong_with_an_address(string url, string says) =>
        Assert.Contains(says, ListenAddress.Parse(url).Error, StringComparison.Ordinal);

    public void Dispose() => File.Delete(_file);

    private sealed class Moving : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2031, 6, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
