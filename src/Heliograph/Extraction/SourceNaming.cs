using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Extraction;

/// <summary>Tells how openly a source is told: by name, as one without a name, or as several.</summary>
/// <remarks>
/// A pronoun counts as named where the nearest source or name of a person before it, within
/// <see cref="MaxSentences"/> sentences, is a name. Ask it in text order of the cues: it remembers the last source.
/// </remarks>
internal sealed class SourceNaming(Document document)
{
    /// <summary>How far back a pronoun may point. Unit: sentences. Measured on nothing yet: coreference takes its place.</summary>
    private const int MaxSentences = 4;

    private static readonly Lexicon Collectives = new("collectives.tsv");

    private (int Head, Naming Naming)? _last;

    /// <summary>How openly this source is told; one that is not there is unnamed.</summary>
    public Naming Of(Speaker? source)
    {
        if (source is not { } speaker) return Naming.Unnamed;
        var naming = document.Tags[speaker.Head] == PartOfSpeech.Pron ? Pronoun(speaker.Head) : Noun(speaker);
        if (document.Tags[speaker.Head] != PartOfSpeech.Pron) _last = (speaker.Head, naming);
        return naming;
    }

    private Naming Noun(Speaker speaker)
    {
        var head = speaker.Head;
        if (document.Tags[head] == PartOfSpeech.Propn || IsName(head)) return Naming.Named;
        for (var i = head + 1; i < speaker.Tokens.End; i++)
        {
            if (IsBeside(i, head) && (document.Tags[i] == PartOfSpeech.Propn || IsName(i))) return Naming.Named;
        }

        return IsPlural(speaker) ? Naming.Collective : Naming.Unnamed;
    }

    // "his assistant Arlo Venn", whichever tie the tree has; not "the minister of Arvale", "the town that Venn left"
    private bool IsBeside(int token, int head)
    {
        if (document.Deprels[token] == Deprel.Nsubj && document.Deprels[head] == Deprel.Nsubj && document.Heads[token] == document.Heads[head]) return true;
        if (document.Heads[token] != head) return false;
        if (document.Deprels[token] is Deprel.Flat or Deprel.Appos) return true;
        if (document.Deprels[token] is not (Deprel.Nmod or Deprel.Compound or Deprel.Dep)) return false;
        for (var i = head + 1; i < token; i++)
        {
            if (document.Heads[i] == token && document.Deprels[i] == Deprel.Case) return false;
        }

        return true;
    }

    /// <summary>Whether a source keeps its name to itself: told as one of a kind ("a minister"), or by words of anonymity.</summary>
    public static bool IsWithheld(Document document, Tree tree, int head)
    {
        foreach (var child in document[head].Children())
        {
            if (child.Index < head && child.Deprel == Deprel.Det && child.Lemma.ToLowerInvariant() is "a" or "an" or "one" or "another" or "some") return true;
            if (child.Deprel == Deprel.Acl && IsAnonymous(document, tree, child.Index)) return true;
        }

        return false;
    }

    // "who spoke on condition of anonymity", "who asked not to be named"
    private static bool IsAnonymous(Document document, Tree tree, int clause)
    {
        if (Anonymity.IsAsked(document, tree, clause)) return true;
        foreach (var child in document[clause].Children())
        {
            if (child.Deprel != Deprel.Obl) continue;
            if (child.Lemma == "anonymity" || child.Children().Any(part => part.Lemma == "anonymity")) return true;
        }

        return false;
    }

    private Naming Pronoun(int token)
    {
        var lemma = document.Lemmas[token].ToLowerInvariant();
        if (lemma is "they" or "we" or "many" or "some" or "most" or "all" or "others" or "few" or "several" or "both") return Naming.Collective;
        if (lemma is not ("he" or "she" or "it" or "who" or "his" or "her" or "its")) return Naming.Unnamed;
        var sentence = document.SentenceIndexOf(token);
        var name = NameBefore(token, Math.Max(0, sentence - MaxSentences));
        if (_last is { } last && last.Head < token && last.Head >= (name ?? -1)
            && sentence - document.SentenceIndexOf(last.Head) <= MaxSentences) return last.Naming == Naming.Named ? Naming.Named : Naming.Unnamed;
        return name is null ? Naming.Unnamed : Naming.Named;
    }

    private int? NameBefore(int token, int firstSentence)
    {
        var (low, high) = (0, document.Names.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Names[middle].Tokens.Start < token) low = middle + 1;
            else high = middle;
        }

        for (var i = low - 1; i >= 0 && document.Names[i].Tokens.Start >= document.Sentences[firstSentence].Start; i--)
        {
            if (document.Names[i].Type != NameType.Location) return document.Names[i].Tokens.Start;
        }

        return null;
    }

    private bool IsName(int token)
    {
        var (low, high) = (0, document.Names.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Names[middle].Tokens.End <= token) low = middle + 1;
            else high = middle;
        }

        return low < document.Names.Length && document.Names[low].Tokens.Contains(token);
    }

    private bool IsPlural(Speaker speaker)
    {
        var tag = document.TreebankTags[speaker.Head];
        if (tag is "NNS" or "NNPS" || Collectives.Holds(document.Lemmas[speaker.Head])) return true;
        for (var i = speaker.Head + 1; i < speaker.Tokens.End; i++)
        {
            if (document.Heads[i] == speaker.Head && document.Deprels[i] == Deprel.Conj) return true;
        }

        return tag is "_" or "" && !document[speaker.Head].Text.Equals(document.Lemmas[speaker.Head], StringComparison.OrdinalIgnoreCase);
    }
}
