using System.Collections.Immutable;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Web.Pages.Entries;

namespace Heliograph.Web.Pages.Views;

/// <summary>How events stand to the world, as counts tell it apart.</summary>
public static class StandingNames
{
    private static readonly string Denial = Terms.Of(Factuality.DidNotHappen);
    private static readonly ImmutableArray<string> Facts = [Terms.Of(Factuality.Happened), Terms.Of(Factuality.Ongoing)];

    /// <summary>The standings of events, in the order they are drawn in.</summary>
    public static ImmutableArray<Standing> All { get; } = [Standing.Asserted, Standing.Open, Standing.Reported, Standing.Denied];

    /// <summary>One word for a standing.</summary>
    public static string Name(Standing standing) => standing switch
    {
        Standing.Asserted => "observed",
        Standing.Open => "declared",
        Standing.Reported => "alleged",
        Standing.Denied => "denied",
        _ => throw new InvalidOperationException($"No word is known for events that are {standing}. Add it here."),
    };

    /// <summary>What the word means.</summary>
    public static string Meaning(Standing standing) => standing switch
    {
        Standing.Asserted => "the outlet itself tells it as so",
        Standing.Open => "planned, possible, asked for or under a condition",
        Standing.Reported => "a source tells it as so",
        Standing.Denied => "told as not so",
        _ => throw new InvalidOperationException($"No words are known for events that are {standing}. Add them here."),
    };

    /// <summary>The standing of events by their columns in the ledger.</summary>
    public static Standing Of(string factuality, bool isVoiced) =>
        factuality == Denial ? Standing.Denied
        : !Facts.Contains(factuality) ? Standing.Open
        : isVoiced ? Standing.Reported : Standing.Asserted;

    /// <summary>The address that leaves only the events of a standing.</summary>
    public static LedgerAddress Narrow(LedgerAddress address, Standing standing) => standing switch
    {
        Standing.Denied => address.Only("factuality", Denial).Without("voice"),
        Standing.Open => address.Only("factuality", Terms.AllFactualities.Where(word => word != Denial && !Facts.Contains(word))).Without("voice"),
        _ => address.Only("factuality", Facts).Only("voice", standing == Standing.Reported ? "source" : "outlet"),
    };
}
