namespace Heliograph.Times;

/// <summary>Which part of a stretch of time is meant.</summary>
internal enum TimePart : byte
{
    Early,
    Mid,
    Late,
    First, // quarters of a year, in order
    Second,
    Third,
    Fourth,
    FirstHalf,
    SecondHalf,
    Sooner, // "earlier this year": before the day of publication
    Later,
}
