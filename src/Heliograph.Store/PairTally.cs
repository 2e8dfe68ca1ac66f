namespace Heliograph.Store;

/// <summary>How many events of one class one actor did to another.</summary>
/// <param name="Actor">The id of who acts, of the register or local to a report.</param>
/// <param name="Recipient">The id of whom it befalls.</param>
/// <param name="Quad">The class, 1 to 4 as <see cref="Heliograph.Ledger.Quads"/> numbers them.</param>
/// <param name="Count">How many events; 1 or more.</param>
public sealed record PairTally(string Actor, string Recipient, int Quad, long Count);
