namespace Heliograph.Web.Pages;

/// <summary>How what words tell stands to the world; it is drawn as the kind of their underline.</summary>
public enum Standing
{
    /// <summary>Nothing is asserted: a name, or the words of a statement.</summary>
    None,

    /// <summary>The outlet itself tells it as so: solid.</summary>
    Asserted,

    /// <summary>A source tells it as so: dotted.</summary>
    Reported,

    /// <summary>Planned, possible, asked for or under a condition, whoever tells it: dashed.</summary>
    Open,

    /// <summary>Told as not so: wavy.</summary>
    Denied,
}
