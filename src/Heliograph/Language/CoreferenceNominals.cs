using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Joins descriptions: to what they stand beside or are said of, and to earlier descriptions with the same head.</summary>
internal static class CoreferenceNominals
{
    private const int MaxSentences = 30; // how far back a description with the same head is looked for
    private const int MaxSentencesBare = 6; // the same for one without article: "students", "police"

    /// <summary>Joins appositions and predicates: "Arlo Venn, the minister", "Arlo Venn is the minister".</summary>
    public static void JoinBeside(Document document, CoreferenceClusters clusters)
    {
        var tree = Tree.Of(document);
        var byHead = new Dictionary<int, CoreferenceDraft>();
        foreach (var mention in clusters.Mentions) byHead[mention.Head] = mention;
        foreach (var mention in clusters.Mentions)
        {
            if (mention.Form == MentionForm.Pronoun) continue;
            if (document.Deprels[mention.Head] == Deprel.Appos && byHead.TryGetValue(document.Heads[mention.Head], out var named))
            {
                // "Lorne, Arvale" are two places, and two names side by side are as often a list as one bearer.
                var areNames = mention.Form == MentionForm.Name && named.Form == MentionForm.Name;
                if (!areNames) clusters.Join(mention, named, "apposition");
            }

            if (mention.Form == MentionForm.Nominal && tree.Child(mention.Head, Deprel.Cop) >= 0
                && tree.Child(mention.Head, Deprel.Nsubj) is >= 0 and var subject && byHead.TryGetValue(subject, out var known)
                && (known.Form == MentionForm.Name || !mention.IsIndefinite) && known.Person == 3
                && tree.Child(mention.Head, Deprel.Advmod) < 0)
            {
                clusters.Join(mention, known, "predicate");
            }
        }
    }

    /// <summary>Joins definite descriptions to the last mention with the same head.</summary>
    public static void JoinSameHead(Document document, CoreferenceClusters clusters)
    {
        var tree = Tree.Of(document);
        var last = new Dictionary<string, List<CoreferenceDraft>>(StringComparer.Ordinal);
        foreach (var mention in clusters.Mentions)
        {
            if (mention.Form == MentionForm.Pronoun) continue;
            var key = mention.Form == MentionForm.Name ? mention.Key[(mention.Key.LastIndexOf(' ') + 1)..] : mention.Key;
            if (mention.Form == MentionForm.Name && !mention.Key.Contains(' ', StringComparison.Ordinal)) continue;
            if (!last.TryGetValue(key, out var before)) last[key] = before = [];
            if (mention.Form == MentionForm.Nominal && !mention.IsIndefinite) TryJoin(mention, before);
            before.Add(mention);
            if (before.Count > 8) before.RemoveAt(0);
        }

        void TryJoin(CoreferenceDraft mention, List<CoreferenceDraft> before)
        {
            var isBare = tree.Child(mention.Head, Deprel.Det) < 0 && tree.Child(mention.Head, Deprel.Nmod, "poss") < 0;
            for (var i = before.Count - 1; i >= 0; i--)
            {
                var other = before[i];
                if (mention.Sentence - other.Sentence > (isBare ? MaxSentencesBare : MaxSentences)) return;
                if (isBare && !(Fits(document, tree, other, mention) && other.Form == MentionForm.Nominal)) continue;
                if (other.Number != mention.Number && other.Form != MentionForm.Name) continue;
                if (other.Tokens.Contains(mention.Head) || mention.Tokens.Contains(other.Head)) continue;
                if (!Fits(document, tree, mention, other)) continue;
                if (IsWithheld(clusters, mention, other) || clusters.Join(mention, other, "same head") || other.IsIndefinite) return;
            }
        }
    }

    // "A minister said … the minister": one who was told of without a name gets none by the same word
    private static bool IsWithheld(CoreferenceClusters clusters, CoreferenceDraft mention, CoreferenceDraft other) =>
        (clusters.StateOf(mention.Index), clusters.StateOf(other.Index)) is
            ({ HasName: true }, { HasName: false, HasIndefinite: true }) or ({ HasName: false, HasIndefinite: true }, { HasName: true });

    // What modifies the later description must be said of the earlier too: "the old minister" is not "the new minister".
    private static bool Fits(Document document, Tree tree, CoreferenceDraft mention, CoreferenceDraft other)
    {
        foreach (var child in tree.Children(mention.Head))
        {
            if (document.Deprels[child] is not (Deprel.Amod or Deprel.Nummod or Deprel.Compound or Deprel.Nmod or Deprel.Acl)) continue;
            if (!Holds(document, other.Tokens, document.Lemmas[child])) return false;
        }

        return true;
    }

    private static bool Holds(Document document, TokenSpan tokens, string lemma)
    {
        for (var i = tokens.Start; i < tokens.End; i++)
        {
            if (document.Lemmas[i].Equals(lemma, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
