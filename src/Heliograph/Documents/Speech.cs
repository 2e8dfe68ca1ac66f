namespace Heliograph.Documents;

/// <summary>What a token is part of where words are attributed to someone, as learnt from people's marks.</summary>
/// <remarks>The first token of each stretch has a value of its own, so that neighbours are told apart.</remarks>
public enum Speech : byte
{
    /// <summary>Part of nothing that is attributed, or not looked at.</summary>
    None,

    /// <summary>The first word of a source: who says or thinks it.</summary>
    SourceStart,

    /// <summary>A further word of a source.</summary>
    Source,

    /// <summary>The first word of a cue: what ties source and content.</summary>
    CueStart,

    /// <summary>A further word of a cue.</summary>
    Cue,

    /// <summary>The first word of a content: what is said or thought.</summary>
    ContentStart,

    /// <summary>A further word of a content.</summary>
    Content,
}
