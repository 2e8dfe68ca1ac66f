namespace Heliograph.Extraction;

/// <summary>The ways a content may stand beside its cue.</summary>
[Flags]
public enum CuePatterns : byte
{
    /// <summary>Takes a clause, yet attributes nothing ("ensured that").</summary>
    None = 0,

    /// <summary>A finite clause: "said that it rained".</summary>
    Clause = 1,

    /// <summary>A quotation: "“It rains,” she said".</summary>
    Quote = 2,

    /// <summary>An infinitive: "vowed to stay".</summary>
    Infinitive = 4,

    /// <summary>A noun phrase: "denied the claim".</summary>
    Nominal = 8,

    /// <summary>An object and what it is called: "called it a farce".</summary>
    Name = 16,
}
