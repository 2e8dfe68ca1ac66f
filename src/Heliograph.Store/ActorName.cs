namespace Heliograph.Store;

/// <summary>What the ledger calls an actor.</summary>
/// <param name="Id">Its id, of the register or local to a report.</param>
/// <param name="Name">Its name, or words that name it in some entry where it has no name.</param>
/// <param name="Code">The code of its state or kind; null where nothing tells.</param>
/// <param name="Sector">Its PLOVER sector; null where nothing tells.</param>
public sealed record ActorName(string Id, string Name, string? Code, string? Sector);
