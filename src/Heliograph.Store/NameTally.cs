namespace Heliograph.Store;

/// <summary>Words that were taken for an actor, and by what sign.</summary>
/// <param name="Words">The words, as they stand in the reports.</param>
/// <param name="Form">name, nominal or pronoun.</param>
/// <param name="Why">Why they stand for the actor; null for a name that stands for itself.</param>
/// <param name="Count">How many mentions.</param>
/// <param name="Example">The id of the latest.</param>
public sealed record NameTally(string Words, string Form, string? Why, int Count, string Example);
