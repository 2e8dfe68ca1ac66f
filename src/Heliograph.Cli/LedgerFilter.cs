using System.CommandLine;
using Heliograph.Store;

namespace Heliograph.Cli;

/// <summary>The options that choose among a ledger's entries.</summary>
internal sealed class LedgerFilter
{
    private readonly Option<string?> _kind = new("--kind") { Description = "Only mention, statement or event." };

    private readonly Option<string?> _type = new("--type")
    {
        Description = "Only this type of event (ASSAULT), act of a statement (deny), or what a mention names (person).",
        HelpName = "TYPE",
    };

    private readonly Option<string?> _report = new("--report")
    {
        Description = "Only this report: the name it was read by, or its id or the beginning of it.",
        HelpName = "REPORT",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _kind.AcceptOnlyFromAmong("mention", "statement", "event");
        command.Add(_kind);
        command.Add(_type);
        command.Add(_report);
    }

    /// <summary>What a command line asks for.</summary>
    public LedgerQuery Of(ParseResult line) => new()
    {
        Kind = line.GetValue(_kind),
        Type = line.GetValue(_type),
        Report = line.GetValue(_report),
    };
}
