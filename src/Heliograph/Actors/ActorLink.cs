using Heliograph.Documents;

namespace Heliograph.Actors;

/// <summary>What the register knows of the words of a report, and why.</summary>
public sealed record ActorLink
{
    /// <summary>Who is meant: the id of an actor, of an office, or of a state's people of one sector (<c>AFG:MIL</c>);
    /// null where the words tell no more than codes.</summary>
    public string? Id { get; init; }

    /// <summary>The actor's name in the register; null where the id is none of an actor.</summary>
    public string? Name { get; init; }

    /// <summary>ISO 3166-1 alpha-3 of the state, or <c>IGO</c>, <c>NGO</c>, <c>MNC</c> of an actor across many; null where
    /// the words tell neither.</summary>
    public string? Code { get; init; }

    /// <summary>PLOVER's sector; null where the words tell none, and of states.</summary>
    public string? Sector { get; init; }

    /// <summary>What is meant, or null where the words do not tell.</summary>
    public MentionType? Type { get; init; }

    /// <summary>By what sign, such as <c>alias "TTP"</c> or <c>office at 2021-08-17: PAK/prime-minister</c>.</summary>
    public required string Why { get; init; }

    /// <summary>The link to an actor that is no person, whose codes are its own.</summary>
    internal static ActorLink OfBody(Actor body, string why) => new()
    {
        Id = body.Id,
        Name = body.Name,
        Code = body.Code,
        Sector = body.Sector == body.Code ? null : body.Sector,
        Type = ActorTerms.MentionTypeOf(body.Kind),
        Why = why,
    };
}
