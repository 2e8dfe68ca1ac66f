namespace Heliograph.Web;

/// <summary>How far the reading of one text has come.</summary>
/// <param name="Stage">What is being done, for people.</param>
/// <param name="Done">How much of the longest stage, the first, is done.</param>
/// <param name="Of">Of how much; 1 or more.</param>
public readonly record struct ReadingStep(string Stage, int Done, int Of);
