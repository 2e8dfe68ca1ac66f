namespace Heliograph.Web.Pages;

/// <summary>What words of a report do in an entry; where they do several things, the later one lies over the earlier.</summary>
public enum WordRole
{
    /// <summary>They are what is said.</summary>
    Content,

    /// <summary>They are what a source expects, fears or hopes for.</summary>
    Expected,

    /// <summary>They name someone, in no event and no statement.</summary>
    Name,

    /// <summary>They tell when.</summary>
    Time,

    /// <summary>They tell where.</summary>
    Place,

    /// <summary>They tell how likely it is.</summary>
    Likelihood,

    /// <summary>They name whom it befalls.</summary>
    Recipient,

    /// <summary>They name who acts.</summary>
    Actor,

    /// <summary>They name who says it.</summary>
    Source,

    /// <summary>They tie a source to what it says.</summary>
    Cue,

    /// <summary>They tell what is done.</summary>
    Action,
}
