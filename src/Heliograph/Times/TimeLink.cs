namespace Heliograph.Times;

/// <summary>How what is told lies to the time that is named.</summary>
public enum TimeLink : byte
{
    /// <summary>Within it, with any preposition that says so or with none: "on Sunday", "during 2014".</summary>
    Within,

    /// <summary>Within it, with "in": "in two weeks" may look ahead.</summary>
    In,

    /// <summary>From its start on.</summary>
    Since,

    /// <summary>Up to its end.</summary>
    Until,

    /// <summary>At its end at the latest.</summary>
    By,

    /// <summary>Before it: no interval is given.</summary>
    Before,

    /// <summary>After it: no interval is given.</summary>
    After,
}
