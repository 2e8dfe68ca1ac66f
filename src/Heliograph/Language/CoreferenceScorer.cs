using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Says how well a mention fits a pronoun of the third person.</summary>
internal sealed class CoreferenceScorer(Document document, CoreferenceClusters clusters)
{
    private readonly Tree _tree = Tree.Of(document);

    /// <summary>The score that a candidate must exceed for a pronoun to be resolved.</summary>
    public static double Nobody(CoreferenceDraft pronoun) => pronoun.Key switch
    {
        "it" or "itself" => 2.2,
        "its" => 0.5,
        "they" or "them" or "their" or "themselves" or "theirs" => 0.2,
        _ => -2,
    };

    /// <summary>Whether agreement and the tree let a candidate be the one meant.</summary>
    public bool IsPossible(CoreferenceDraft pronoun, CoreferenceDraft candidate)
    {
        if (candidate.Person < 3 || candidate.Tokens.Contains(pronoun.Head)) return false;
        var state = clusters.StateOf(candidate.Index);
        if (candidate.Form == MentionForm.Pronoun && state.Type is null && !state.HasDescription && candidate.Number == GrammaticalNumber.Singular) return false; // "it" that stands for no actor
        if (pronoun.Gender != Gender.Unknown)
        {
            if (state.Type is not (MentionType.Person or null) || state.Number == GrammaticalNumber.Plural) return false;
            if (state.Gender != Gender.Unknown && state.Gender != pronoun.Gender) return false;
        }
        else if (pronoun.Number == GrammaticalNumber.Singular)
        {
            if (state.Type is MentionType.Person || candidate.Number == GrammaticalNumber.Plural || state.Gender != Gender.Unknown) return false;
        }
        else if (state.Type is MentionType.Place or MentionType.State || (state.Type == MentionType.Person && state.Number == GrammaticalNumber.Singular)) return false;

        return !IsBound(pronoun, candidate);
    }

    /// <summary>How well a possible candidate fits; the higher the better.</summary>
    public double Score(CoreferenceDraft pronoun, CoreferenceDraft candidate)
    {
        var state = clusters.StateOf(candidate.Index);
        var distance = pronoun.Sentence - candidate.Sentence;
        var score = 0.0;
        score -= distance switch { 0 => 0, 1 => 0.6, 2 => 1.6, _ => 2.4 };
        score -= 0.03 * Math.Min(40, pronoun.Head - candidate.Head);
        score += document.Deprels[candidate.Head] switch
        {
            Deprel.Nsubj => 1.2,
            Deprel.Obj or Deprel.Iobj => 0.4,
            Deprel.Nmod or Deprel.Compound => candidate.Form == MentionForm.Pronoun ? 0.3 : -0.5,
            _ => 0,
        };
        if (candidate.Form == MentionForm.Pronoun) score += candidate.Key == pronoun.Key || Same(candidate, pronoun) ? 1.5 : -1;
        if (state.HasName) score += 0.5;
        score += Math.Min(1.0, 0.25 * (state.Count - 1));
        if (pronoun.Gender != Gender.Unknown && state.Gender == pronoun.Gender) score += 1;
        if (pronoun.Number == GrammaticalNumber.Plural) score += candidate.Number == GrammaticalNumber.Plural || state.Number == GrammaticalNumber.Plural ? 0.8 : -0.3;
        if (pronoun.Paragraph != candidate.Paragraph) score -= 0.4;
        if (pronoun.Quotation != candidate.Quotation) score -= 0.5;
        return score;
    }

    private static bool Same(CoreferenceDraft a, CoreferenceDraft b) => a.Number == b.Number && a.Gender == b.Gender;

    // "Venn saw him": an object is not the subject of its own verb, unless it says so ("himself").
    private bool IsBound(CoreferenceDraft pronoun, CoreferenceDraft candidate)
    {
        var heads = document.Heads;
        if (heads[pronoun.Head] != heads[candidate.Head] || pronoun.Key.EndsWith("sel", StringComparison.Ordinal) || pronoun.Key.Contains("self", StringComparison.Ordinal) || pronoun.Key.Contains("selves", StringComparison.Ordinal)) return false;
        var (p, c) = (document.Deprels[pronoun.Head], document.Deprels[candidate.Head]);
        return p is Deprel.Obj or Deprel.Iobj or Deprel.Obl or Deprel.Nsubj && c is Deprel.Nsubj or Deprel.Obj or Deprel.Iobj or Deprel.Obl
            && _tree.Child(heads[pronoun.Head], Deprel.Nsubj) >= 0;
    }
}
