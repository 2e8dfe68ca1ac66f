namespace Heliograph.Times;

/// <summary>Which of the days, months or seasons of one name is meant.</summary>
internal enum TimeSense : byte
{
    /// <summary>The nearest one the way the clause looks.</summary>
    Nearest,
    Last,
    This,
    Next,
}
