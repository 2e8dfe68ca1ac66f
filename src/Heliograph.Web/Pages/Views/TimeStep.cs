namespace Heliograph.Web.Pages.Views;

/// <summary>How long a stretch of time one column of a timeline stands for.</summary>
public enum TimeStep
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A week, from Monday.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,
}
