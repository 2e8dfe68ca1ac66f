namespace Heliograph.Extraction;

/// <summary>How an event stands to the world, in the eyes of the voice that tells it.</summary>
public enum Factuality : byte
{
    /// <summary>Told as having happened.</summary>
    Happened,

    /// <summary>Told as going on.</summary>
    Ongoing,

    /// <summary>Told as not having happened, or denied.</summary>
    DidNotHappen,

    /// <summary>Told as intended, promised or scheduled.</summary>
    Planned,

    /// <summary>Told as possible, feared, hoped for or alleged.</summary>
    Possible,

    /// <summary>Told under a condition.</summary>
    Conditional,

    /// <summary>Told as asked for, ordered or urged.</summary>
    AskedFor,
}
