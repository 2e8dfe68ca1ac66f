using Heliograph.Extraction;

namespace Heliograph.Evaluation;

/// <summary>A gold statement and the statement found that comes nearest to it.</summary>
/// <param name="Gold">The gold statement.</param>
/// <param name="System">The statement found, or null where none shares a part with the gold.</param>
/// <param name="Source">Whether the sources agree.</param>
/// <param name="Cue">Whether the cues agree.</param>
/// <param name="Content">Whether the contents overlap.</param>
public sealed record StatementMatch(GoldStatement Gold, Attribution? System, bool Source, bool Cue, bool Content)
{
    /// <summary>Whether source and cue agree: the measure of a statement found.</summary>
    public bool IsRight => Source && Cue;
}
