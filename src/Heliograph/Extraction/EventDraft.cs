using System.Collections.Immutable;

namespace Heliograph.Extraction;

/// <summary>An event while it is put together: the frame that matched and what fills it so far.</summary>
internal sealed class EventDraft(FrameMatch match)
{
    public FrameMatch Match { get; } = match;

    public ImmutableArray<Argument> Actors { get; set; } = [];

    public ImmutableArray<Argument> Recipients { get; set; } = [];

    /// <summary>Whether the recipient fills no slot of the frame, but stands near the trigger.</summary>
    public bool RecipientWasReached { get; init; }

    /// <summary>Heads of those it was aimed at, where others suffered it ("a child was killed in a strike on militants"); where they are, it was.</summary>
    public List<int> Struck { get; } = [];

    /// <summary>Tokens of other words of the report that tell the same event, such as what it led to; may be empty.</summary>
    public List<int> AlsoTold { get; } = [];

    /// <summary>The places of the report that tell it; the draft's own is first once it is filled.</summary>
    public List<EventTelling> Tellings { get; } = [];

    /// <summary>Counts by what they count: <c>killed</c>, <c>injured</c>, <c>arrested</c>, <c>displaced</c>.</summary>
    public Dictionary<string, Quantity?> Quantities { get; } = new(StringComparer.Ordinal);
}
