using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Actors;

/// <summary>The words that the register's files use for its codes, and back.</summary>
public static class ActorTerms
{
    private static readonly string[] KindWords =
    [
        "person", "state", "armed-group", "intergovernmental", "ngo", "party", "coalition", "parliament", "court", "ministry",
        "government", "army", "police", "intelligence", "think-tank", "church", "company", "media", "university", "union",
        "bank", "agency", "ethnic-group", "religious-group",
    ];

    /// <summary>PLOVER's sectors, and <c>NGO</c> and <c>IGO</c>, which CAMEO keeps beside them.</summary>
    public static ImmutableArray<string> Sectors { get; } =
    [
        "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "OPP", "REB", "UAF", "CRM", "REF", "CVL", "BUS", "MNC", "MED", "EDU",
        "LAB", "REL", "NGO", "IGO", "HRI", "ELI", "AGR", "HLH",
    ];

    /// <summary>What a state of the register may be: <c>member</c> and <c>observer</c> of the United Nations, …</summary>
    public static ImmutableArray<string> Statuses { get; } = ["member", "observer", "disputed", "territory", "former"];

    /// <summary>Every word for a kind, in the order of <see cref="ActorKind"/>.</summary>
    public static ImmutableArray<string> Kinds { get; } = [.. KindWords];

    /// <summary>The word for a kind, such as <c>armed-group</c>.</summary>
    public static string Of(ActorKind kind) => KindWords[(int)kind];

    /// <summary>What a mention of such an actor names.</summary>
    public static MentionType MentionTypeOf(ActorKind kind) => kind switch
    {
        ActorKind.Person => MentionType.Person,
        ActorKind.State => MentionType.State,
        ActorKind.ArmedGroup or ActorKind.EthnicGroup or ActorKind.ReligiousGroup => MentionType.Group,
        _ => MentionType.Organisation,
    };

    internal static bool TryKind(ReadOnlySpan<char> word, out ActorKind kind)
    {
        for (var i = 0; i < KindWords.Length; i++)
        {
            if (!word.SequenceEqual(KindWords[i])) continue;
            kind = (ActorKind)i;
            return true;
        }

        kind = default;
        return false;
    }

    internal static string? Sector(ReadOnlySpan<char> word)
    {
        foreach (var sector in Sectors)
        {
            if (word.SequenceEqual(sector)) return sector;
        }

        return null;
    }
}
