namespace Heliograph.Actors;

/// <summary>A generic role, such as <c>police</c> or <c>protester</c>.</summary>
/// <param name="Words">Its noun, or noun and what stands before it, as lemmas in small letters.</param>
/// <param name="Sector">Its PLOVER sector; null of a relation that tells none.</param>
/// <param name="IsGroup">Whether the word means many in its singular.</param>
/// <param name="Place">Where the row stands.</param>
/// <param name="IsRelation">Whether it tells what somebody is to another: "Avaria's ally" is not of Avaria.</param>
public sealed record Role(string Words, string? Sector, bool IsGroup, RegisterPlace Place, bool IsRelation = false);
