namespace Heliograph.Documents;

/// <summary>How probable it is that a token is part of a source, of a cue and of a content, as the tagger sees it.</summary>
/// <remarks>Unit: 65,535ths. The rest of the whole is that it is part of none. All are 0 where no cue stands near.</remarks>
/// <param name="Source">That it names who says it.</param>
/// <param name="Cue">That it ties source and content.</param>
/// <param name="Content">That it is said.</param>
public readonly record struct SpeechShare(ushort Source, ushort Cue, ushort Content)
{
    /// <summary>The whole.</summary>
    public const int Whole = ushort.MaxValue;
}
