using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>The form of one clause: its tense, whether it is negated, what introduces it, its subject.</summary>
/// <param name="Tense">The modal, or pres or past, or the tag of a word without tense; <c>.perf</c> and <c>.prog</c> follow.</param>
/// <param name="Negated">Whether an odd number of negations stands on it.</param>
/// <param name="Mark">The word that introduces it, or a dash.</param>
/// <param name="Subject">The token that heads its subject, or -1.</param>
internal readonly record struct ClauseForm(string Tense, bool Negated, string Mark, int Subject)
{
    /// <summary>Whether the clause has a tense or a modal of its own.</summary>
    public bool IsFinite { get; private init; }

    /// <summary>The subject as a person: I, you, he, it, who, N for other nouns, a dash for none.</summary>
    public string Person(Syntax syntax) => Subject < 0 ? "-" : syntax.Lemma(Subject).ToLowerInvariant() switch
    {
        "i" or "we" or "me" or "my" => "I",
        "you" => "you",
        "he" or "she" or "they" => "he",
        "it" or "this" or "that" or "there" => "it",
        "who" or "which" => "who",
        _ => "N",
    };

    /// <summary>Reads the clause that a token heads.</summary>
    public static ClauseForm Of(Syntax syntax, int token)
    {
        var (subject, modal, finite) = (-1, -1, -1);
        var (perfect, progressive) = (false, false);
        foreach (var child in syntax.Children(token))
        {
            switch (syntax.Deprel(child))
            {
                case Deprel.Nsubj or Deprel.Csubj or Deprel.Expl:
                    subject = child;
                    break;
                case Deprel.Aux or Deprel.Cop:
                    if (modal < 0 && syntax.TreebankTag(child) == "MD") modal = child;
                    if (finite < 0 && IsTensed(syntax.TreebankTag(child))) finite = child;
                    perfect |= syntax.Lemma(child) == "have";
                    progressive |= syntax.Lemma(child) == "be" && syntax.TreebankTag(token) == "VBG";
                    break;
                default:
                    break;
            }
        }

        if (finite < 0 && IsTensed(syntax.TreebankTag(token))) finite = token;
        var tense = modal >= 0 ? syntax.Lemma(modal).ToLowerInvariant() : finite < 0 ? syntax.TreebankTag(token)
            : syntax.TreebankTag(finite) == "VBD" ? "past" : "pres";
        if (perfect) tense += ".perf";
        if (progressive) tense += ".prog";
        return new(tense, Negations.On(syntax, token), Clause.Marker(syntax, token) ?? "-", subject) { IsFinite = modal >= 0 || finite >= 0 };
    }

    private static bool IsTensed(string tag) => tag is "VBD" or "VBZ" or "VBP";
}
