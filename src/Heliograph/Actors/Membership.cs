namespace Heliograph.Actors;

/// <summary>A time in which a person belongs to an organisation.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Organisation">The organisation's id.</param>
/// <param name="Role">As what, in free words, such as <c>senior fellow</c>.</param>
/// <param name="Period">When.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record Membership(string Person, string Organisation, string Role, Period Period, RegisterPlace Place);
