using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Places;
using Heliograph.Times;

namespace Heliograph.Actors;

/// <summary>Leads the names and descriptions of a document to the actors of a register.</summary>
/// <remarks>
/// Signs, in order: a name of the register; an office at the report's day; a spelling near that of somebody with the
/// same office or organisation; a description that fits one body only; a state and a generic role. Where two may be
/// meant, nobody is. Misses, by design: people of whom the report gives no more than a family name that no office or
/// full name supports, and offices at other times than the report's that no "then" and no opening of the sentence tell.
/// </remarks>
public static class ActorLinker
{
    /// <summary>What the register knows of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="chains">Its chains of mentions.</param>
    /// <param name="date">The report's day of publication; without one, offices have no holder.</param>
    /// <param name="register">The register.</param>
    /// <param name="places">The document's places, which tell whose police are meant by "police in Lorne"; may be null.</param>
    /// <param name="times">Its times, which tell when an office was held; may be null.</param>
    public static ActorLinks Link(
        Document document, ImmutableArray<Chain> chains, DateOnly? date, ActorRegister register, DocumentPlaces? places = null, DocumentTimes? times = null) =>
        new(document, chains, date, register, places, times);
}
