namespace Heliograph.Actors;

/// <summary>A time in which a person holds an office.</summary>
/// <param name="Office">The office's id.</param>
/// <param name="Person">The person's id.</param>
/// <param name="Period">When.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record Tenure(string Office, string Person, Period Period, RegisterPlace Place);
