using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Joins pronouns of the third person to whom they stand for, and leaves those in doubt alone.</summary>
internal static class CoreferencePronouns
{
    private const int MaxSentences = 4;
    private const int MaxCandidates = 40; // mentions looked at before a pronoun

    /// <summary>Joins the pronouns among the mentions, in text order.</summary>
    public static void Join(Document document, CoreferenceClusters clusters)
    {
        var scorer = new CoreferenceScorer(document, clusters);
        foreach (var mention in clusters.Mentions)
        {
            if (mention.Form != MentionForm.Pronoun || mention.Person != 3 || mention.Antecedent >= 0) continue;
            CoreferenceDraft? best = null;
            var bestScore = CoreferenceScorer.Nobody(mention);
            var first = Math.Max(0, mention.Index - MaxCandidates);
            for (var i = mention.Index - 1; i >= first; i--)
            {
                var candidate = clusters.Mentions[i];
                if (mention.Sentence - candidate.Sentence > MaxSentences) break;
                if (!scorer.IsPossible(mention, candidate)) continue;
                var score = scorer.Score(mention, candidate);
                if (score > bestScore) (best, bestScore) = (candidate, score);
            }

            if (best is not null) clusters.Join(mention, best, "pronoun");
        }
    }
}
