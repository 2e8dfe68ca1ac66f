namespace Heliograph.Ledger;

/// <summary>Someone who speaks, acts or is acted upon: the words that name them in this place, and who they are.</summary>
/// <param name="Words">The words.</param>
/// <param name="Actor">The id of the actor, or null where nobody can tell yet (a pronoun).</param>
/// <param name="Name">The actor's name in the register, or its fullest name in the report; null where there is neither.</param>
/// <param name="Code">ISO 3166-1 alpha-3 of the actor's state, or <c>IGO</c>, <c>NGO</c>, <c>MNC</c> of one across many;
/// null where nothing tells.</param>
/// <param name="Sector">The actor's PLOVER sector, or null where nothing tells, and of states.</param>
public sealed record Participant(Evidence Words, string? Actor, string? Name, string? Code = null, string? Sector = null);
