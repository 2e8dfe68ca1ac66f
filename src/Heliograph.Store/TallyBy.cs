namespace Heliograph.Store;

/// <summary>What entries are counted by.</summary>
public enum TallyBy
{
    /// <summary>By day: of the event's own time, or else of publication.</summary>
    Day,

    /// <summary>By ISO 8601 week, such as 2031-W18.</summary>
    Week,

    /// <summary>By month, such as 2031-05.</summary>
    Month,

    /// <summary>By the type of an event, the act of a statement, what a mention names.</summary>
    Type,

    /// <summary>By the mode of an event, such as aerial.</summary>
    Mode,

    /// <summary>By how events stand to the world.</summary>
    Factuality,

    /// <summary>By who published it.</summary>
    Outlet,

    /// <summary>By the country of the place.</summary>
    Country,

    /// <summary>By the country codes of actor and recipient.</summary>
    Dyad,

    /// <summary>By month, country codes of actor and recipient, and class (1 to 4): <c>2031-05 PAK AFG 4</c>.</summary>
    DyadMonth,
}
