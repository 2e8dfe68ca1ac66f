namespace Heliograph.Store;

/// <summary>How many events of one class, and of one standing, fall into one day, month or the like.</summary>
/// <param name="Key">The day or month; empty where neither the words nor the report tell one.</param>
/// <param name="Quad">The class, 1 to 4 as <see cref="Heliograph.Ledger.Quads"/> numbers them.</param>
/// <param name="Factuality">How they stand to the world, in the ledger's words.</param>
/// <param name="IsVoiced">Whether a source tells them, and not the outlet itself.</param>
/// <param name="Count">How many events; 1 or more.</param>
public sealed record TimeTally(string Key, int Quad, string Factuality, bool IsVoiced, long Count);
