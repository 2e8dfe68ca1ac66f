namespace Heliograph.Store;

/// <summary>The other side of someone's events.</summary>
/// <param name="Key">An id, or a code as a filter takes it: <c>PAK</c> counts everyone of Pakistan.</param>
/// <param name="Cooperation">Events of verbal and material cooperation.</param>
/// <param name="Conflict">Events of verbal and material conflict.</param>
/// <param name="IsNarrowest">Whether someone is named by nothing narrower than this key.</param>
public sealed record Partner(string Key, int Cooperation, int Conflict, bool IsNarrowest);
