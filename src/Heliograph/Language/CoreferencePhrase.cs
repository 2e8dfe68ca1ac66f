using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>The words of a noun phrase, from its head and the tree.</summary>
internal static class CoreferencePhrase
{
    private const int MaxTokens = 40; // a longer phrase is an error of the parser: its head's own words are kept

    /// <summary>The words of the phrase with what modifies them; without prepositions, appositions after a comma, and conjuncts.</summary>
    /// <param name="document">The document.</param>
    /// <param name="tree">Its trees.</param>
    /// <param name="head">The token that heads the phrase.</param>
    /// <param name="isName">Whether a name heads it: what stands in brackets and most of what follows a preposition is
    /// no part of it then.</param>
    public static TokenSpan Of(Document document, Tree tree, int head, bool isName)
    {
        var (start, end, first, cut) = (head, head + 1, 0, int.MaxValue);
        foreach (var child in tree.Children(head))
        {
            var span = tree.Span(child);
            var isPart = IsPart(document, child, head);
            if (child < head)
            {
                if (isPart) start = Math.Min(start, span.Start);
                else if (document.Deprels[child] != Deprel.Punct && span.End <= head) first = Math.Max(first, span.End);
            }
            else if (!isPart && document.Deprels[child] != Deprel.Punct) cut = Math.Min(cut, span.Start);
            else if (isPart && isName && IsLoose(document, tree, child)) cut = Math.Min(cut, span.Start);
            else if (isPart && span.Start < cut) end = Math.Max(end, span.End);
        }

        start = Math.Max(start, first);
        end = Math.Min(end, Math.Max(cut, head + 1));
        while (end > head + 1 && document.Tags[end - 1] == PartOfSpeech.Punct && !Closes(document, end - 1)) end--;
        while (start < head && document.Tags[start] == PartOfSpeech.Punct && document[start].Text is not ("\"" or "“" or "(" or "[")) start++;
        if (IsMark(document, end) && Marks(document, start, end) % 2 == 1) end++;
        else if (IsMark(document, end - 1) && Marks(document, start, end) % 2 == 1) end--;
        if (end <= head) (start, end) = (head, head + 1);
        return end - start <= MaxTokens ? new(start, end) : new(head, head + 1);
    }

    /// <summary>Whether an apposition stands close, without a comma: "his brother Alfred".</summary>
    public static bool IsClose(Document document, int start) =>
        start > 0 && document.Tags[start - 1] != PartOfSpeech.Punct && document.Tags[start] != PartOfSpeech.Punct;

    private static bool IsLoose(Document document, Tree tree, int child)
    {
        if (document[tree.Span(child).Start].Text is "(" or "[") return true;
        if (document.Deprels[child] is not (Deprel.Nmod or Deprel.Obl)) return false;
        var preposition = tree.Child(child, Deprel.Case);
        return preposition >= 0 && preposition < child && document[preposition].Text is not ("of" or "for");
    }

    private static bool IsMark(Document document, int token) => token < document.Tokens.Length && document[token].Text is "\"" or "“" or "”";

    private static int Marks(Document document, int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++) count += IsMark(document, i) ? 1 : 0;
        return count;
    }

    private static bool Closes(Document document, int token) => document[token].Text is ")" or "]" or "\"" or "”";

    private static bool IsPart(Document document, int child, int head) => document.Deprels[child] switch
    {
        Deprel.Case or Deprel.Advmod => child > head,
        Deprel.Appos => child > head && IsClose(document, Tree.Of(document).Span(child).Start),
        Deprel.Mark or Deprel.Cc or Deprel.Cop or Deprel.Aux or Deprel.Nsubj or Deprel.Csubj or Deprel.Expl or Deprel.Punct => false,
        Deprel.Discourse or Deprel.Parataxis or Deprel.Vocative or Deprel.Dislocated or Deprel.Reparandum or Deprel.List => false,
        Deprel.Advcl or Deprel.Ccomp or Deprel.Obl or Deprel.Obj or Deprel.Iobj or Deprel.Xcomp or Deprel.Conj => false,
        _ => true,
    };
}
