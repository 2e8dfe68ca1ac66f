namespace Heliograph.Ledger;

/// <summary>Someone who speaks, acts or is acted upon: the words that name them in this place, and who they are.</summary>
/// <param name="Words">The words.</param>
/// <param name="Actor">The id of the actor, or null where nobody can tell yet (a pronoun).</param>
/// <param name="Name">The actor's fullest name in the report, or null where none is given.</param>
public sealed record Participant(Evidence Words, string? Actor, string? Name);
