using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Places;

namespace Heliograph.Actors;

/// <summary>Reads descriptions off a document: those of a noun, and the titles before a name.</summary>
/// <param name="document">The document.</param>
/// <param name="named">The names of the register in it.</param>
/// <param name="index">The register.</param>
/// <param name="places">Its places, or null.</param>
/// <param name="openings">The days of the past that sentences begin with.</param>
/// <param name="possessor">The state that a pronoun stands for; null where it stands for none.</param>
internal sealed class Descriptions(
    Document document, NamedActors named, RegisterIndex index, DocumentPlaces? places, SentenceOpenings openings, Func<int, Actor?> possessor)
{
    private const int LongestTitle = 8; // tokens
    private const int LongestRole = 3;  // tokens
    private const int MaxTokens = 30;   // a longer phrase is an error of the parser

    private readonly Tree _tree = Tree.Of(document);

    /// <summary>The description that a noun heads.</summary>
    public Description Of(int head)
    {
        var (start, end) = (head, head + 1);
        foreach (var child in _tree.Children(head))
        {
            var span = _tree.Span(child);
            if (child < head)
            {
                if (!IsBefore(child)) start = head;
                else start = Math.Min(start, span.Start);
            }
            else if (IsAfter(child, end)) end = Math.Max(end, EndOf(child));
            else if (document.Deprels[child] is not (Deprel.Punct or Deprel.Flat)) break;
        }

        if (end - start > MaxTokens) (start, end) = (head, head + 1);
        return Read(new(start, end), head);
    }

    /// <summary>The title that stands before a name: "former Pakistani foreign minister" of Arlo Venn; null where nothing does.</summary>
    /// <param name="name">The name's first token.</param>
    public Description? Before(int name)
    {
        var sentence = document.SentenceOf(name);
        var start = name;
        while (start > sentence.Start && name - start < MaxTokens && IsTitleWord(start - 1)) start--;
        while (start < name && document.Tags[start] == PartOfSpeech.Punct) start++;
        return start == name ? null : Read(new(start, name), name - 1);
    }

    /// <summary>Whether a name is joined to what tells that no state is meant: "ethnic Avarians", "anti-Avarian".</summary>
    public bool IsOfPeopleOnly(TokenSpan name) => name.Start > 0
        && (document.Lemmas[name.Start - 1].Equals("ethnic", StringComparison.OrdinalIgnoreCase)
            || (document[name.Start - 1].Text is "-" or "–" && document.Tokens[name.Start - 1].End == document.Tokens[name.Start].Start));

    private bool IsTitleWord(int token) => document.Tags[token] switch
    {
        PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Part => true,
        PartOfSpeech.Det => Is(token, "the"),
        PartOfSpeech.Adp => Is(token, "of"),
        PartOfSpeech.Adv => Is(token, "then") || Is(token, "now"),
        PartOfSpeech.Punct => document[token].Text is "-" or "–",
        _ => false,
    };

    private bool IsBefore(int child) => document.Deprels[child] switch
    {
        Deprel.Det or Deprel.Amod or Deprel.Compound or Deprel.Nummod or Deprel.Nmod => true,
        Deprel.Advmod => Is(child, "then"),
        _ => false,
    };

    private bool IsAfter(int child, int end) => document.Deprels[child] == Deprel.Nmod
        && _tree.Child(child, Deprel.Case) is >= 0 and var preposition && preposition < child
        && end < document.Tags.Length && document.Tags[end] != PartOfSpeech.Punct // a tree that crosses itself may reach the end before its child
        && document.Lemmas[preposition] is "of" or "for" or "in" or "at" or "from" or "with" or "to";

    // Up to a clause, an apposition or a second of its kind.
    private int EndOf(int child)
    {
        var span = _tree.Span(child);
        for (var i = child + 1; i < span.End; i++)
        {
            if (document.Deprels[i] is Deprel.Acl or Deprel.Appos or Deprel.Conj or Deprel.Parataxis || Is(i, ",")) return Math.Max(child + 1, _tree.Span(i).Start);
        }

        return span.End;
    }

    private Description Read(TokenSpan tokens, int head)
    {
        var title = TitleAt(tokens, head);
        var owners = ImmutableArray.CreateBuilder<Actor>();
        var words = ImmutableArray.CreateBuilder<string>();
        string? part = null, where = null, adjective = null;
        var (isFormer, isOther, isThen, isJoined) = (false, false, false, false);
        for (var i = tokens.Start; i < tokens.End; i++)
        {
            if (title.Tokens.Contains(i)) continue;
            if (named.Of(i) is { } span && span.Tokens.Start >= tokens.Start && !span.Tokens.Contains(head))
            {
                if (named.Resolve(span) is { } actor && !IsJoined(span.Tokens.End) && !IsOfPeopleOnly(span.Tokens))
                {
                    if (span.StateOf is not null && i < head) adjective ??= actor.Id;
                    if (IsWhole(span, tokens, title.Tokens, head)) owners.Add(actor);
                    else part ??= actor.Country;
                }

                i = span.Tokens.End - 1;
                continue;
            }

            if (PlaceAt(i, tokens, head) is { } place)
            {
                where ??= place.Country;
                i = place.End - 1;
                continue;
            }

            if (IsPossessive(i, head) && possessor(i) is { } whose) owners.Add(whose);
            var lemma = document.Lemmas[i];
            isFormer |= lemma is "former" or "ex" or "late" or "ousted" or "deposed" or "exiled" or "past" or "retired";
            isOther |= lemma is "then" or "next" or "future" or "previous" or "incoming" or "elect" or "vice" or "deputy" or "assistant" or "shadow";
            isThen |= lemma is "then";
            isJoined |= i < head && document.Tags[i] == PartOfSpeech.Cconj;
            if (document.Tags[i] is PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Propn) words.Add(lemma.ToLowerInvariant());
        }

        return new()
        {
            Tokens = tokens,
            Title = title.Key,
            IsFormer = isFormer,
            IsOfAnotherTime = isOther,
            IsThen = isThen,
            IsJoined = isJoined,
            At = title.Key == 0 ? null : openings.Of(tokens.Start),
            Owners = owners.ToImmutable(),
            PartState = part,
            AdjectiveState = adjective,
            Where = where,
            Role = RoleAt(tokens.Start, head),
            IsPlural = document.TreebankTags[head] is "NNS" or "NNPS",
            IsIndefinite = document.Lemmas[tokens.Start] is "a" or "an" or "another" || Is(tokens.Start, "an"),
            Words = words.ToImmutable(),
        };
    }

    // "its parliament"
    private bool IsPossessive(int token, int head) =>
        document.Tags[token] == PartOfSpeech.Pron && document.Heads[token] == head && document[token].Text is "its" or "Its" or "their" or "Their";

    // "police in Lorne", "Lorne police"; not "the envoy to Lorne", "Lorne-based".
    private (int End, string Country)? PlaceAt(int token, TokenSpan tokens, int head)
    {
        if (places is null || named.NameOf(token) is not (>= 0 and var name)) return null;
        var own = document.Names[name];
        if (own.Type != NameType.Location || own.Tokens.Contains(head) || own.Tokens.End > tokens.End || IsJoined(own.Tokens.End)) return null;
        if (places.OfName(name) is not { } finding || (finding.Place?.Country ?? finding.Country) is not { } country) return null;
        var (before, next) = (own.Tokens.Start - 1, own.Tokens.End);
        if (next < head && char.IsUpper(document[next].Text[0]) && document.Tags[next] is PartOfSpeech.Adj or PartOfSpeech.Propn) return null; // "South East Avarian ports"
        return before >= tokens.Start && Is(before, "to") ? null : (own.Tokens.End, country);
    }

    // "US-backed", "Taliban-led": no owner of what follows.
    private bool IsJoined(int end) => end + 1 < document.Tokens.Length && document[end].Text is "-" or "–"
        && document.Tokens[end].Start == document.Tokens[end - 1].End && document.Tokens[end].End == document.Tokens[end + 1].Start;

    // "Pakistan" of "Pakistan Harbour Board president" is part of a longer name.
    private bool IsWhole(NamedSpan span, TokenSpan tokens, TokenSpan title, int head)
    {
        if (span.StateOf is not null) return true;
        var next = span.Tokens.End;
        if (next < tokens.End && next != title.Start && next <= head && document.Tags[next] == PartOfSpeech.Propn
            && named.Of(next) is null && RoleAt(next, head) is null) return false;
        var before = span.Tokens.Start - 1;
        return before < tokens.Start || document.Tags[before] != PartOfSpeech.Propn || title.Contains(before) || named.Of(before) is not null;
    }

    private (TokenSpan Tokens, ulong Key) TitleAt(TokenSpan tokens, int head)
    {
        (TokenSpan Tokens, ulong Key) best = default;
        for (var start = Math.Max(tokens.Start, head - LongestTitle); start <= head; start++)
        {
            var key = default(AliasKey.Builder);
            for (var end = start; end < tokens.End && end < start + LongestTitle; end++)
            {
                if (end > start && document.Tokens[end].Start > document.Tokens[end - 1].End) key.AddGap();
                key.Add(document[end].Text);
                if (end < head || end + 1 - start <= best.Tokens.Length || !index.IsTitle(key.Value)) continue;
                best = (new(start, end + 1), key.Value);
            }
        }

        return best;
    }

    // The longest run of words that ends with the head's lemma.
    private Role? RoleAt(int first, int head)
    {
        for (var start = Math.Max(first, head - LongestRole + 1); start <= head; start++)
        {
            var key = default(AliasKey.Builder);
            for (var i = start; i < head; i++)
            {
                key.Add(document[i].Text);
                if (document.Tokens[i + 1].Start > document.Tokens[i].End) key.AddGap();
            }

            key.Add(document.Lemmas[head]);
            if (index.RoleOf(key.Value) is { } role) return role;
        }

        return null;
    }

    private bool Is(int token, string word) => document[token].Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
