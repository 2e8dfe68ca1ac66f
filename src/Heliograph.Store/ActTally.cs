namespace Heliograph.Store;

/// <summary>How many events of one month share a class and a standing.</summary>
/// <param name="Month">Such as 2031-05; empty where no day is known.</param>
/// <param name="Quad">The class, 1 to 4, as <see cref="Heliograph.Ledger.Quads"/> numbers them.</param>
/// <param name="Factuality">How they stand to the world, in the ledger's words.</param>
/// <param name="Voiced">Whether a source tells them, not the outlet itself.</param>
/// <param name="Count">How many.</param>
public sealed record ActTally(string Month, int Quad, string Factuality, bool Voiced, long Count);
