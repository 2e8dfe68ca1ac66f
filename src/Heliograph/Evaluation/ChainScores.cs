namespace Heliograph.Evaluation;

/// <summary>The scores of chains of mentions against gold ones, as the CoNLL shared tasks of 2011 and 2012 define them.</summary>
public sealed record ChainScores
{
    /// <summary>Mentions that stand in a chain of both sides, whichever chain it is.</summary>
    public Ratio Mentions { get; init; }

    /// <summary>Links (Vilain et al. 1995).</summary>
    public Ratio Muc { get; init; }

    /// <summary>Mentions by the share of their chain that is right (Bagga and Baldwin 1998).</summary>
    public Ratio BCubed { get; init; }

    /// <summary>Chains, each paired with at most one of the other side by φ4 (Luo 2005).</summary>
    public Ratio Ceaf { get; init; }

    /// <summary>The mean F1 of MUC, B³ and CEAF-φ4, from 0 to 1: the CoNLL score.</summary>
    public double Conll => (Muc.F1 + BCubed.F1 + Ceaf.F1) / 3;

    /// <summary>Each score with a short name.</summary>
    public IReadOnlyList<(string Metric, Ratio Ratio)> All =>
        [("mentions", Mentions), ("MUC", Muc), ("B³", BCubed), ("CEAF-φ4", Ceaf)];

    /// <summary>The scores of two sets of texts taken together.</summary>
    public ChainScores Add(ChainScores other) => new()
    {
        Mentions = Mentions + other.Mentions,
        Muc = Muc + other.Muc,
        BCubed = BCubed + other.BCubed,
        Ceaf = Ceaf + other.Ceaf,
    };
}
