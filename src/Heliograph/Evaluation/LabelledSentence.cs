using System.Collections.Immutable;

namespace Heliograph.Evaluation;

/// <summary>One sentence of a file of names: its words, and a label for each.</summary>
/// <param name="Forms">The words as written, in order; at least one.</param>
/// <param name="Labels">One label a word: <c>O</c>, <c>B-PER</c>, <c>I-PER</c> …</param>
public sealed record LabelledSentence(ImmutableArray<string> Forms, ImmutableArray<string> Labels);
