namespace Heliograph.Extraction;

/// <summary>One place of a report that tells an event.</summary>
/// <param name="Token">The token that heads the trigger there.</param>
/// <param name="Recipient">The token that heads the first recipient told there, or -1.</param>
internal readonly record struct EventTelling(int Token, int Recipient);
