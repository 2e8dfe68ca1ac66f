namespace Heliograph.Extraction;

/// <summary>How a content stands to the world in the eyes of its source.</summary>
public enum Commitment : byte
{
    /// <summary>Put forward as true ("said that", "claimed that").</summary>
    Claim,

    /// <summary>Taken as true by the source and by the voice around it ("acknowledged that", "knows that").</summary>
    Fact,

    /// <summary>Put forward as untrue, or refused ("denied that", "refused to").</summary>
    Denial,

    /// <summary>Held to be unlikely or open ("doubted that").</summary>
    Doubt,

    /// <summary>Thought possible and unwelcome ("feared that", "warned of").</summary>
    Fear,

    /// <summary>Thought possible and welcome ("hoped that", "wants to").</summary>
    Hope,

    /// <summary>Told of a time to come ("predicted that").</summary>
    Expectation,

    /// <summary>Asked for, ordered or urged ("called for", "ordered him to").</summary>
    Request,

    /// <summary>Intended, promised or threatened ("vowed to").</summary>
    Plan,

    /// <summary>Asked about ("wondered whether").</summary>
    Question,
}
