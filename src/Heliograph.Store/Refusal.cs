namespace Heliograph.Store;

/// <summary>Something a run was asked to read and could not.</summary>
/// <param name="Input">The input's own id or file name.</param>
/// <param name="Reason">Where, what was found, what was expected, what to do.</param>
public sealed record Refusal(string Input, string Reason);
