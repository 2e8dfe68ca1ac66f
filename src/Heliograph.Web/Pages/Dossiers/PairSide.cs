namespace Heliograph.Web.Pages.Dossiers;

/// <summary>What one actor does to another.</summary>
/// <param name="Strip">The acts over time.</param>
/// <param name="Count">How many events.</param>
/// <param name="Words">A page of them.</param>
public sealed record PairSide(Strip Strip, long Count, WordsPage Words);
