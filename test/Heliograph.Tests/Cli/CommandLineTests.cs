using System.CommandLine;
using Heliograph.Cli;

namespace Heliograph.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Commands => [.. Leaves(CommandLine.Root(() => Settings.None), "")];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Refuses_an_unknown_option_on_every_command(string command)
    {
        var (status, errors) = await Run([.. command.Split(' '), "--no-such-thing", "x"]);

        Assert.Equal(ExitStatus.WrongUse, status);
        Assert.StartsWith($"--no-such-thing: found no such option of heliograph {command}, expected one of those it has.", errors, StringComparison.Ordinal);
        Assert.EndsWith($"See heliograph {command} --help.\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_nothing_and_makes_no_ledger_where_an_option_is_misspelt()
    {
        var (text, ledger) = (Path.Combine(_folder, "a.txt"), Path.Combine(_folder, "ledger.db"));
        await File.WriteAllTextAsync(text, "Gunmen attacked the town of Belmere on Tuesday.", TestContext.Current.CancellationToken);

        var (status, errors) = await Run("read", "--no-leger", text, "--ledger", ledger);

        Assert.Equal(ExitStatus.WrongUse, status);
        Assert.Contains("Did you mean --no-ledger?", errors, StringComparison.Ordinal);
        Assert.Equal([text], Directory.EnumerateFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("read a.txt --ledgre x", "Did you mean --ledger?")]
    [InlineData("ledger query --coutn month", "Did you mean --count?")]
    [InlineData("ledger query --cou month", "Did you mean --count?")]
    [InlineData("ledger expotr --format csv", "heliograph ledger expotr: found no such command, expected one of list, ")]
    [InlineData("ledger expotr --format csv", "Did you mean export?")]
    [InlineData("raed a.txt", "Did you mean read?")]
    [InlineData("", "heliograph: found no command behind it, expected one of read, ledger, ")]
    [InlineData("ledger", "heliograph ledger: found no command behind it, expected one of list, ")]
    [InlineData("read a.txt --ledger -x", "-x: found no such option")]
    [InlineData("ledger correct 0a4b reject --reason -x", "-x: found no such option")]
    [InlineData("read -x", "What is no option but begins so is written behind -- (heliograph read -- -x).")]
    [InlineData("read a.txt --threads many", "--threads: found many, expected a number from 1 to 1024.")]
    [InlineData("ledger query --limit many", "--limit: found many, expected a number from 1 to 100000.")]
    [InlineData("ledger undo many", "many")]
    [InlineData("read a.txt --no-ledger=desk.db", "--no-ledger: found 'desk.db' behind it, expected nothing.")]
    [InlineData("ledger query --sort maybe", "expected one of newest, oldest, surest")]
    public async Task Says_what_is_wrong_with_a_command_line(string line, string says)
    {
        var (status, errors) = await Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitStatus.WrongUse, status);
        Assert.Contains(says, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read a.txt --ledger")]
    [InlineData("read a.txt --learnt")]
    [InlineData("read a.txt --actors")]
    [InlineData("ledger list --ledger")]
    [InlineData("ledger export --output")]
    [InlineData("serve --ledger")]
    [InlineData("serve tokens list --ledger")]
    public async Task Takes_nothing_for_no_place(string line)
    {
        foreach (var nothing in (string[])["", " "])
        {
            var (status, errors) = await Run([.. line.Split(' '), nothing]);

            Assert.Equal(ExitStatus.WrongUse, status);
            Assert.StartsWith($"{line.Split(' ')[^1]}: found nothing behind it, expected ", errors, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("read", "--", "-a.txt")]
    [InlineData("read", "-")]
    [InlineData("read", "a.txt", "--ledger=-x")]
    [InlineData("read", "@a.txt")]
    [InlineData("ledger", "query", "")]
    [InlineData("ledger", "correct", "0a4b", "reject", "--reason=--no")]
    public void Takes_what_begins_so_where_it_cannot_be_taken_for_an_option(params string[] args)
    {
        var line = CommandLine.Root(() => Settings.None).Parse(args, CommandLine.Parsing);

        Assert.Empty(WrongUse.Find(args, line));
        Assert.Equal(args[^1] == "@a.txt" ? args[1] : null, line.Tokens.Select(token => token.Value).FirstOrDefault(value => value.StartsWith('@')));
    }

    private static async Task<(int Status, string Errors)> Run(params string[] args)
    {
        using var errors = new StringWriter { NewLine = "\n" };
        var status = await CommandLine.Run(CommandLine.Root(() => Settings.None), args, () => Settings.None, errors);
        return (status, errors.ToString());
    }

    private static IEnumerable<string> Leaves(Command command, string before) => command.Subcommands.SelectMany(below =>
        Leaves(below, $"{before} {below.Name}".TrimStart()).Concat(below.Action is null ? [] : [$"{before} {below.Name}".TrimStart()]));
}
