using System.Collections.Immutable;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>How far a told act is held to be so: the four classes that dossiers keep apart.</summary>
/// <remarks>
/// They are those of <see cref="Standing"/>, read from an event's factuality and voice (design of the ledger, promises 3 and 4),
/// so that each is a filter of the ledger and every event is in one of them:
/// observed = happened or ongoing in the outlet's own voice; alleged = the same in the voice of a source;
/// declared = planned, asked for, possible or conditional, whoever tells it; denied = told as not having happened, whoever tells it.
/// </remarks>
/// <param name="Standing">How such acts stand to the world.</param>
/// <param name="Name">What the class is called.</param>
/// <param name="Meaning">What it means, in a few words.</param>
/// <param name="Filter">The query that asks the ledger for it.</param>
public sealed record ActClass(Standing Standing, string Name, string Meaning, string Filter)
{
    /// <summary>The four, the surest first.</summary>
    public static ImmutableArray<ActClass> All { get; } =
    [
        new(Standing.Asserted, "observed", "the outlet tells it as so", "factuality=happened&factuality=ongoing&voice=outlet"),
        new(Standing.Reported, "alleged", "a source tells it as so", "factuality=happened&factuality=ongoing&voice=source"),
        new(Standing.Open, "declared", "planned, asked for, possible or conditional", "factuality=planned&factuality=possible&factuality=conditional&factuality=asked%20for"),
        new(Standing.Denied, "denied", "told as not so", "factuality=did%20not%20happen"),
    ];

    /// <summary>Which of the four a count is of; its place in <see cref="All"/>.</summary>
    public static int Of(ActTally acts) => acts.Factuality switch
    {
        "happened" or "ongoing" => acts.Voiced ? 1 : 0,
        "did not happen" => 3,
        _ => 2,
    };
}
