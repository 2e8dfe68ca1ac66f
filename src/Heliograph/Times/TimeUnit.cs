namespace Heliograph.Times;

/// <summary>What times are counted in.</summary>
internal enum TimeUnit : byte
{
    None,
    Hour, // and anything shorter
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Weekend,
    Season,
    Age, // no fixed length: a period, an era
}
