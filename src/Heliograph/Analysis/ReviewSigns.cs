namespace Heliograph.Analysis;

/// <summary>What is known of an entry that bears on whether a person should look at it.</summary>
/// <param name="Confidence">How far it is to be trusted, from 0 to 1; null where nobody knows.</param>
/// <param name="Quad">The class of an event, 1 to 4; null for a statement.</param>
/// <param name="Type">The type of an event, the act of a statement; null where the words do not tell.</param>
/// <param name="IsDisputed">Whether another entry reads the same words, or the same deed of the same parties on the same day, as another kind
/// of thing: of another type, or as done here and not done there.</param>
/// <param name="People">How many people it befell: killed, injured, arrested and displaced; 0 where the words do not count.</param>
/// <param name="Origins">How many independent origins tell it; 1 or more.</param>
/// <param name="Registered">How many of those who take part are in the register; 0 or more.</param>
public sealed record ReviewSigns(
    double? Confidence, int? Quad, string? Type, bool IsDisputed = false, long People = 0, int Origins = 1, int Registered = 0);
