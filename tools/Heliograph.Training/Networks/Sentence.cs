namespace Heliograph.Training.Networks;

/// <summary>A sentence to learn from. All arrays have one element a word.</summary>
internal sealed record Sentence
{
    public required string[] Forms { get; init; }
    public required byte[] Tags { get; init; }
    public required byte[] TreebankTags { get; init; }

    /// <summary>1 + the number of the head in the sentence; 0 for the root.</summary>
    public required int[] Heads { get; init; }
    public required byte[] Deprels { get; init; }

    /// <summary>0 outside, 1 + 2 × type at the beginning of a name, 2 + 2 × type inside; null where names are not annotated.</summary>
    public byte[]? Names { get; init; }

    /// <summary>The same, read out of a treebank's entities, whose conventions differ; null where there are none.</summary>
    public byte[]? EntityNames { get; init; }

    /// <summary>Source, cue and content of statements, numbered as names are; null where they are not annotated.</summary>
    public byte[]? Speech { get; init; }

    /// <summary>What the gazetteer knows of each word, as <see cref="Language.Gazetteer"/> numbers it.</summary>
    public required byte[] Classes { get; init; }

    /// <summary>Whether the sentence has a tree to learn from; one that has not teaches names only.</summary>
    public bool HasTree { get; init; } = true;

    public int Length => Forms.Length;
}
