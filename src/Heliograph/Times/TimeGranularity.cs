namespace Heliograph.Times;

/// <summary>The unit in which both ends of a stretch of time are told, from the finest.</summary>
/// <remarks>Both ends of an interval are borders of its unit: an interval of two months begins and ends on the first of
/// a month. Weeks begin on Monday; seasons on the first of March, June, September and December; decades in years that
/// end in 0; centuries in years that end in 01.</remarks>
public enum TimeGranularity : byte
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks from Monday to Sunday.</summary>
    Week,

    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Spring from March, summer from June, autumn from September, winter from December: three months each.</summary>
    Season,

    /// <summary>Quarters of a calendar year.</summary>
    Quarter,

    /// <summary>Calendar years.</summary>
    Year,

    /// <summary>Ten years, from one that ends in 0.</summary>
    Decade,

    /// <summary>A hundred years, from one that ends in 01.</summary>
    Century,
}
