using System.Collections;
using Heliograph.Cli;

namespace Heliograph.Tests.Cli;

public sealed class SettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    private string ConfigFile => Path.Combine(_folder, "config.toml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_command_line_counts_before_a_variable_and_a_variable_before_the_file()
    {
        File.WriteAllText(ConfigFile, "ledger = 'file.db'\nthreads = 3\nquiet = true\nactors = ['a.tsv', '/b.tsv']\n");

        Assert.Equal(
            $"read x --ledger={_folder}/file.db --actors={_folder}/a.tsv --actors=/b.tsv --threads=3 --quiet", Complete("read x"));
        Assert.Equal(
            $"read x --ledger=env.db --actors={_folder}/a.tsv --actors=/b.tsv --threads=3", Complete("read x", ("LEDGER", "env.db"), ("QUIET", "false")));
        Assert.Equal(
            $"read --ledger line.db --threads 2 --actors mine.tsv --quiet -- x", Complete("read --ledger line.db --threads 2 --actors mine.tsv -- x", ("LEDGER", "env.db")));
        Assert.Equal($"read x --no-ledger --actors={_folder}/a.tsv --actors=/b.tsv --threads=3 --quiet", Complete("read x --no-ledger", ("LEDGER", "env.db")));
        Assert.Equal($"ledger list --ledger={_folder}/file.db", Complete("ledger list"));
        Assert.Equal("serve --demo", Complete("serve --demo", ("ACTORS", "")).Split(" --actors")[0]);
    }

    [Theory]
    [InlineData("URL", "http://0.0.0.0:5080")]
    [InlineData("URL", "http://[::]:5080")]
    [InlineData("URL", "http://*:80")]
    [InlineData("URL", "http://192.168.1.2:5080")]
    [InlineData("URL", "http://desk.example:5080")]
    public void Nothing_but_the_command_line_opens_a_server_to_others(string name, string value)
    {
        Assert.Contains("expected an address of this machine alone", Wrong("serve", (name, value)), StringComparison.Ordinal);
        File.WriteAllText(ConfigFile, $"{name.ToLowerInvariant()} = '{value}'");
        Assert.Contains("expected an address of this machine alone", Wrong("serve"), StringComparison.Ordinal);
        Assert.Equal("serve --url http://0.0.0.0:80", Complete("serve --url http://0.0.0.0:80"));
    }

    [Fact]
    public void What_closes_a_server_can_be_said_once()
    {
        Assert.Equal("serve --url=http://127.0.0.1:6000 --require-token", Complete("serve", ("URL", "http://127.0.0.1:6000"), ("REQUIRE_TOKEN", "true")));
        Assert.Equal("serve", Complete("serve", ("REQUIRE_TOKEN", "false")));
    }

    [Theory]
    [InlineData("trusted-proxy = '10.0.0.0/8'", "config.toml, trusted-proxy: found no such setting, expected one of ledger, ")]
    [InlineData("tokens = 'mine'", "config.toml, tokens: found no such setting")]
    [InlineData("legder = 'x'", "Did you mean ledger?")]
    [InlineData("ledger = ", "found what is no TOML")]
    [InlineData("ledger = 'a'\nledger = 'b'", "found what is no TOML")]
    [InlineData("ledger = ['a', 'b']", "found what is no single value")]
    [InlineData("ledger = ''", "found nothing, expected a value")]
    [InlineData("[serve]\nurl = 'x'", "config.toml, serve: found no such setting")]
    [InlineData("quiet = 'perhaps'", "found 'perhaps', expected true or false")]
    [InlineData("actors = [1]", "found what is no text or list of texts")]
    [InlineData("threads = 0", "config.toml, threads, as --threads: found 0, expected a number from 1 to 1024")]
    public void Says_what_is_wrong_with_the_file(string text, string says)
    {
        File.WriteAllText(ConfigFile, text);

        Assert.Contains(says, Wrong("read x"), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_is_wrong_with_a_variable()
    {
        Assert.Contains("HELIOGRAPH_LEDGER: found nothing", Wrong("read x", ("LEDGER", "")), StringComparison.Ordinal);
        Assert.Contains("Did you mean HELIOGRAPH_LEDGER?", Wrong("read x", ("LEGDER", "x")), StringComparison.Ordinal);
        Assert.Contains("HELIOGRAPH_THREADS, as --threads: found many", Wrong("read x", ("THREADS", "many")), StringComparison.Ordinal);
        Assert.Contains("HELIOGRAPH_CONFIG: found nothing", Wrong("read x", ("CONFIG", "")), StringComparison.Ordinal);
        Assert.Contains("found that it cannot be read", Wrong("read x", ("CONFIG", Path.Combine(_folder, "none.toml"))), StringComparison.Ordinal);
        Assert.Equal("", Wrong("read x", ("CORPORA", "/corpora"))); // of our tests; others may have theirs
        Assert.Equal("", Wrong("config", ("LEGDER", "x"))); // it tells itself
    }

    [Fact]
    public void Tells_what_is_said_and_where_and_no_password()
    {
        File.WriteAllText(ConfigFile, "threads = 3");
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };

        var status = ConfigCommand.Run(Said(("LEDGER", "Host=db.example;Database=desk;Username=anna;Password=secret"), ("QUIET", "true")), output, errors);

        Assert.Equal((ExitStatus.Done, ""), (status, errors.ToString()));
        Assert.Equal(
            $"""
            file: {ConfigFile}
            ledger         HELIOGRAPH_LEDGER         db.example/desk  (HELIOGRAPH_LEDGER)
            actors         HELIOGRAPH_ACTORS         -
            learnt         HELIOGRAPH_LEARNT         -
            threads        HELIOGRAPH_THREADS        3  ({ConfigFile}, threads)
            quiet          HELIOGRAPH_QUIET          true  (HELIOGRAPH_QUIET)
            url            HELIOGRAPH_URL            -
            require-token  HELIOGRAPH_REQUIRE_TOKEN  -

            """.ReplaceLineEndings("\n"),
            output.ToString());
    }

    [Fact]
    public void Tells_every_wrong_setting()
    {
        File.WriteAllText(ConfigFile, "colour = 'red'");
        using var errors = new StringWriter();

        Assert.Equal(ExitStatus.WrongUse, ConfigCommand.Run(Said(("LEDGER", "Host=db;Nonsense;Password=secret"), ("URL", "http://0.0.0.0")), new StringWriter(), errors));

        foreach (var says in (string[])["colour: found no such setting", "connection string that cannot be read", "HELIOGRAPH_URL: found 'http://0.0.0.0'"])
        {
            Assert.Contains(says, errors.ToString(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("secret", errors.ToString(), StringComparison.Ordinal);
    }

    private Settings Said(params (string Name, string Value)[] variables) =>
        Settings.Read(new Hashtable(variables.ToDictionary(one => "HELIOGRAPH_" + one.Name, one => one.Value)), ConfigFile);

    private string Complete(string line, params (string Name, string Value)[] variables)
    {
        var args = line.Split(' ');
        var parsed = CommandLine.Root(() => Settings.None).Parse(args, CommandLine.Parsing);
        return string.Join(' ', Settings.Complete(args, Said(variables).For(parsed)));
    }

    // What is said of a command line with these settings; empty where nothing is
    private string Wrong(string line, params (string Name, string Value)[] variables)
    {
        var (args, settings) = (line.Split(' '), Said(variables));
        var root = CommandLine.Root(() => settings);
        var parsed = root.Parse(args, CommandLine.Parsing);
        return string.Join('\n', Settings.Concern(parsed.CommandResult.Command) ? CommandLine.Complete(root, args, parsed, settings).Wrong : []);
    }
}
