using Heliograph.Extraction;

namespace Heliograph.Evaluation;

/// <summary>A gold event and the event found that comes nearest to it.</summary>
/// <param name="Gold">The gold event.</param>
/// <param name="System">The event found, or null where no trigger overlaps the gold's.</param>
/// <param name="Type">Whether the type is one that the gold accepts.</param>
/// <param name="Actor">Whether the gold's actor is among the actors.</param>
/// <param name="Recipient">Whether the gold's recipient is among the recipients.</param>
/// <param name="Factuality">Whether the factuality is the gold's.</param>
public sealed record EventMatch(GoldEvent Gold, Event? System, bool Type, bool Actor, bool Recipient, bool Factuality)
{
    /// <summary>Whether type, actor and factuality are right: the measure of an event found.</summary>
    public bool IsRight => Type && Actor && Factuality;
}
