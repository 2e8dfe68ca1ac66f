namespace Heliograph.Actors;

/// <summary>Something wrong with a file of the register.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Found">What was found there.</param>
/// <param name="Expected">What was expected instead.</param>
/// <param name="Advice">What to do about it.</param>
public sealed record RegisterProblem(RegisterPlace Place, string Found, string Expected, string Advice)
{
    /// <summary>One line, ready to print.</summary>
    public override string ToString() => $"{Place}: found {Found}, expected {Expected}. {Advice}.";
}
