using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Turns the head of a nominal into the words that an event keeps of it.</summary>
internal static class NounPhrase
{
    private const int MaxConjuncts = 64; // a longer list is a table, not an argument

    /// <summary>One argument a conjunct, in text order: "the army and two militias" gives two.</summary>
    public static ImmutableArray<Argument> Arguments(Syntax syntax, int head)
    {
        var found = ImmutableArray.CreateBuilder<Argument>();
        var pending = new Queue<int>([head]);
        while (pending.TryDequeue(out var token) && found.Count < MaxConjuncts)
        {
            found.Add(Argument(syntax, token));
            foreach (var child in syntax.Children(token))
            {
                if (syntax.Deprel(child) == Deprel.Conj && syntax.Tag(child) is not (PartOfSpeech.Verb or PartOfSpeech.Aux)
                    && !IsSetAgainst(syntax, child))
                {
                    pending.Enqueue(child);
                }
            }
        }

        found.Sort((one, other) => one.Span.Start.CompareTo(other.Span.Start));
        return found.ToImmutable();
    }

    /// <summary>The words of one nominal: determiner, modifiers and "of" phrases, without a leading preposition,
    /// conjoined siblings, relative clauses, appositions set off by commas, or a closing "'s".</summary>
    public static Argument Argument(Syntax syntax, int head)
    {
        var (start, end) = (head, head + 1);
        foreach (var child in syntax.Children(head))
        {
            if (child < head)
            {
                if (IsOutside(syntax, child)) start = head;
                else if (start == head) start = syntax.Tree.Span(child).Start;
            }
            else if (IsOutside(syntax, child) || IsSetAgainst(syntax, child)) break;
            else end = Math.Max(end, syntax.Tree.Span(child).End);
        }

        while (end - 1 > head && syntax.Tag(end - 1) == PartOfSpeech.Punct) end--;
        while (start < head && syntax.Tag(start) == PartOfSpeech.Punct) start++;
        return new(syntax.Document.SpanOf(new(start, end)), head);
    }

    /// <summary>Whether a participle is a verb that was read as a quality: "killed four soldiers and wounded 11 others".</summary>
    public static bool IsVerbBefore(Syntax syntax, int participle) => syntax.TreebankTag(participle) is "VBN" or "VBD"
        && syntax.Deprel(participle) == Deprel.Amod && participle + 1 < syntax.Head(participle) && syntax.Tag(participle + 1) == PartOfSpeech.Num
        && participle > 0 && syntax.Tag(participle - 1) is PartOfSpeech.Cconj or PartOfSpeech.Punct;

    // "Norland, not Estmark", "Norland rather than Estmark": the one whom it was not
    private static bool IsSetAgainst(Syntax syntax, int conjunct)
    {
        var start = syntax.Tree.Span(conjunct).Start;
        if (start > 1 && syntax.Lemma(start - 1) == "than" && syntax.Lemma(start - 2) == "rather") return true;
        foreach (var child in syntax.Children(conjunct))
        {
            if (child > conjunct) break;
            if (syntax.Deprel(child) is not (Deprel.Advmod or Deprel.Cc or Deprel.Case)) continue;
            var next = child + 1;
            if (syntax.Lemma(child).ToLowerInvariant() is "not" && !(syntax.Lemma(next) is "only" or "just" or "merely")) return true;
            if (Negations.IsInstead(syntax, child)) return true;
        }

        return false;
    }

    private static bool IsOutside(Syntax syntax, int child) => syntax.Deprel(child) switch
    {
        Deprel.Appos when syntax.Tag(child) == PartOfSpeech.Num => true, // "Orla Reyle, 42"
        Deprel.Appos => syntax.Tree.Span(child) is { Start: > 0 } span && syntax.Tag(span.Start - 1) == PartOfSpeech.Punct,
        Deprel.Case or Deprel.Cc or Deprel.Conj or Deprel.Acl or Deprel.Parataxis or Deprel.Mark
            or Deprel.Advcl or Deprel.Cop or Deprel.Nsubj or Deprel.Aux or Deprel.Obl or Deprel.Discourse or Deprel.Dep
            or Deprel.List or Deprel.Orphan or Deprel.Expl or Deprel.Csubj or Deprel.Ccomp => true,
        Deprel.Amod when IsVerbBefore(syntax, child) => true,
        Deprel.Punct => syntax.Form(child)[0] is ',' or ';' or ':' or '(' or '—' or '–',
        Deprel.Nmod or Deprel.Nummod when syntax.Subtype(child) == "unmarked" => true,
        Deprel.Nmod when WordClasses.IsTime(syntax, child) && syntax.Preposition(child) is not null => true,
        Deprel.Nmod when syntax.Tree.Span(child) is { Start: > 0 } parted => syntax.Form(parted.Start - 1) is ",",
        Deprel.Advmod => syntax.TreebankTag(child) is "RB" && syntax.Lemma(child) is "also" or "then" or "only" or "not" or "even",
        _ => false,
    };
}
