using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Places;
using Heliograph.Times;

namespace Heliograph.Actors;

/// <summary>What the register knows of the names, chains and descriptions of one document.</summary>
/// <remarks>Descriptions are read when they are asked for. Not for use by several threads at once.</remarks>
public sealed class ActorLinks
{
    private readonly Document _document;
    private readonly NamedActors _named;
    private readonly Descriptions _descriptions;
    private readonly DescriptionLinks _described;
    private readonly PersonLinks _people;
    private readonly RegisterIndex _index;
    private readonly ActorLink?[] _chains;
    private readonly ActorLink?[] _names;
    private readonly Dictionary<int, ActorLink?> _phrases = [];
    private readonly Dictionary<int, int> _chainOfToken; // of pronouns
    private readonly DocumentPlaces? _places;
    private readonly ActorRegister _register;

    internal ActorLinks(
        Document document, ImmutableArray<Chain> chains, DateOnly? date, ActorRegister register, DocumentPlaces? places, DocumentTimes? times)
    {
        _document = document;
        _index = register.Index;
        _named = new(document, _index);
        _places = places;
        _register = register;
        _chainOfToken = [];
        _descriptions = new(document, _named, _index, places, new(document, times, date), StateOfPronoun);
        _described = new(register, date, _named.MainState);
        _people = new(document, register, date, _named, _described);
        _names = new ActorLink?[document.Names.Length];
        _chains = new ActorLink?[chains.Length];
        var chainOf = new int[document.Names.Length];
        Array.Fill(chainOf, -1);
        for (var i = 0; i < chains.Length; i++)
        {
            foreach (var mention in chains[i].Mentions)
            {
                if (mention.Form == MentionForm.Pronoun) _chainOfToken[mention.Head] = i;
                if (mention.Form == MentionForm.Name && NameAt(mention) is >= 0 and var name) chainOf[name] = i;
            }
        }

        var chained = Enumerable.Range(0, chainOf.Length).ToLookup(name => chainOf[name]);
        // those with a name first: pronouns of theirs tell whose others are
        for (var i = 0; i < chains.Length; i++) _chains[i] = chained.Contains(i) ? OfChain(chains[i], [.. chained[i]]) : null;
        for (var i = 0; i < chains.Length; i++)
        {
            if (!chained.Contains(i)) _chains[i] = OfChain(chains[i], []);
        }

        for (var i = 0; i < _names.Length; i++)
        {
            var own = OfNames([i], DescriptionsOf(i));
            var whole = chainOf[i] >= 0 ? _chains[chainOf[i]] : null;
            // what the whole chain tells, unless these very words are the name of somebody else
            _names[i] = whole?.Id is null || (own?.Id is not null && own.Why.StartsWith("alias", StringComparison.Ordinal)) ? own ?? whole : whole;
        }
    }

    /// <summary>What is known of a name of the document, by its index in <see cref="Document.Names"/>; null where nothing is.</summary>
    public ActorLink? OfName(int name) => _names[name] ?? OfPlace(name);

    /// <summary>What is known of a chain, by its index; null where nothing is.</summary>
    public ActorLink? OfChain(int chain) => _chains[chain];

    /// <summary>What is known of the phrase that a token heads: its name, or its description; null where nothing is.</summary>
    public ActorLink? OfPhrase(int head)
    {
        if (_phrases.TryGetValue(head, out var known)) return known;
        return _phrases[head] = NameBehind(head) ?? Named(head) ?? (IsNoun(head) ? _described.Of(_descriptions.Of(head)) : null);
    }

    /// <summary>The government that a capital stands for where its name speaks or acts ("Kabul said"); null of other words.</summary>
    public ActorLink? OfCapital(int head)
    {
        var name = _named.NameOf(head);
        if (name < 0 || _document.Names[name].Type == NameType.Person) return null;
        if (Tree.Of(_document).Child(head, Deprel.Case) is >= 0 and var preposition && _document.Lemmas[preposition] is "in" or "at" or "near" or "outside") return null;
        var words = _document.SpanOf(_document.Names[name].Tokens).In(_document.Text);
        return _index.StateOfCapital(words) is { } state ? DescriptionLinks.OfState(state, "GOV", $"capital \"{words}\"") : null;
    }

    // A place belongs to a state, whoever is meant by it.
    private ActorLink? OfPlace(int name) => _document.Names[name].Type == NameType.Location && _places?.OfName(name) is { } found
        && (found.Place?.Country ?? found.Country) is { } country ? new() { Code = country, Why = "place" } : null;

    private Actor? StateOfPronoun(int token) => _chainOfToken.TryGetValue(token, out var chain) && _chains[chain]?.Id is { } id
        && _register.TryFind(id, out var actor) && actor.Kind == ActorKind.State ? actor : null;

    // "president Arlo Venn", where the tree does not tie the title to the name
    private ActorLink? NameBehind(int head)
    {
        if (head + 1 >= _document.Tokens.Length || _document.Tags[head] is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) return null;
        if (_named.NameOf(head + 1) is not (>= 0 and var name) || _named.NameOf(head) == name) return null;
        var own = _document.Names[name];
        return own.Type == NameType.Person && own.Tokens.Start == head + 1 && _descriptions.Of(head) is { Title: not 0, IsPlural: false } ? _names[name] : null;
    }

    // A whole phrase that is a name of the register, whatever the name finder made of it.
    private ActorLink? Named(int head)
    {
        if (_named.Of(head) is not { } span || _named.Resolve(span) is not { } actor) return null;
        if (span.StateOf is not null) return _descriptions.IsOfPeopleOnly(span.Tokens) ? null : DescriptionLinks.OfPeople(actor);
        return IsHead(span.Tokens, head) ? _people.OfActor(actor, Alias(span.Tokens)) : null;
    }

    private ActorLink? OfChain(Chain chain, ImmutableArray<int> names)
    {
        var descriptions = new List<Description>();
        foreach (var name in names) descriptions.AddRange(DescriptionsOf(name));
        foreach (var mention in chain.Mentions)
        {
            if (mention.Form == MentionForm.Nominal) descriptions.Add(_descriptions.Of(mention.Head));
        }

        if (!names.IsEmpty) return OfNames(names, descriptions);
        ActorLink? codes = null;
        foreach (var mention in chain.Mentions)
        {
            if (mention.Form != MentionForm.Nominal || OfPhrase(mention.Head) is not { } link) continue;
            if (link.Id is not null) return link;
            codes = codes?.Code is null ? link : codes;
        }

        return codes;
    }

    private ActorLink? OfNames(ImmutableArray<int> names, List<Description> descriptions)
    {
        // the name of the most words first
        foreach (var name in names.OrderByDescending(name => _document.Names[name].Tokens.Length).ThenBy(name => name))
        {
            if (Registered(name, descriptions) is { } link) return link;
        }

        if (names.Any(name => _document.Names[name].Type == NameType.Person))
        {
            return _people.Of([.. names.Select(name => Plain(_document.Names[name].Tokens))], descriptions) ?? _described.CodesOf(descriptions);
        }

        foreach (var name in names)
        {
            if (_described.CodesOf([_descriptions.Of(HeadOf(_document.Names[name].Tokens))]) is { } codes && _document.Names[name].Type == NameType.Organisation) return codes;
        }

        return null;
    }

    // A name of the register that covers the document's name, or ends with its head.
    private ActorLink? Registered(int name, List<Description> descriptions)
    {
        var own = _document.Names[name];
        var tokens = Plain(own.Tokens);
        var head = HeadOf(own.Tokens);
        for (var i = own.Tokens.End - 1; i >= own.Tokens.Start; i--)
        {
            if (_named.Of(i) is not { } span || _named.Resolve(span) is not { } actor) continue;
            var covers = span.Tokens.Start <= tokens.Start && (span.Tokens.End >= tokens.End || IsItsKind(actor, new(span.Tokens.End, tokens.End)));
            if (span.StateOf is not null) return covers && own.Type != NameType.Person ? DescriptionLinks.OfPeople(actor) : null;
            var adds = !covers && span.Tokens.Contains(head) && span.Tokens.End >= tokens.End && OnlyAdjectives(tokens.Start, span.Tokens.Start);
            if (!covers && !adds) return null;
            return actor.Kind == ActorKind.Person
                ? _people.IsContradicted(actor, descriptions) ? null : _people.OfActor(actor, Alias(span.Tokens), descriptions)
                : _people.OfActor(actor, Alias(span.Tokens));
        }

        return null;
    }

    // "think tank" behind the name of one
    private bool IsItsKind(Actor actor, TokenSpan rest) => actor.Sector is not null && actor.Kind is not (ActorKind.Person or ActorKind.State or ActorKind.ArmedGroup)
        && _index.RoleOf(AliasKey.Of(_document.SpanOf(rest).In(_document.Text))) is { IsGroup: true } role && role.Sector == actor.Sector;

    private bool OnlyAdjectives(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_document.Tags[i] is not (PartOfSpeech.Adj or PartOfSpeech.Det) && _named.Of(i)?.StateOf is null) return false;
        }

        return true;
    }

    // Titles before the name, and what stands in apposition with it.
    private List<Description> DescriptionsOf(int name)
    {
        var found = new List<Description>();
        var tokens = _document.Names[name].Tokens;
        var head = HeadOf(tokens);
        if (_document.Names[name].Type == NameType.Person && _descriptions.Before(tokens.Start) is { } title) found.Add(title);
        foreach (var child in Tree.Of(_document).Children(head))
        {
            if (_document.Deprels[child] != Deprel.Appos || !IsNoun(child) || tokens.Contains(child)) continue;
            found.Add(_descriptions.Of(child));
            AddSeconds(child, child, found);
            AddSeconds(head, child, found);
        }

        var above = _document.Heads[head];
        if (_document.Deprels[head] == Deprel.Appos && !tokens.Contains(above) && IsNoun(above)) found.Add(_descriptions.Of(above));
        return found;
    }

    // "a former official and a fellow at the Lisle Institute", wherever the tree hangs the second
    private void AddSeconds(int above, int first, List<Description> found)
    {
        foreach (var second in Tree.Of(_document).Children(above))
        {
            if (second > first && _document.Deprels[second] == Deprel.Conj && _document.TreebankTags[second] == "NN" && _named.NameOf(second) < 0)
            {
                found.Add(_descriptions.Of(second));
            }
        }
    }

    private int NameAt(Mention mention)
    {
        if (_named.NameOf(mention.Head) is >= 0 and var own) return own;
        for (var i = mention.Tokens.Start; i < mention.Tokens.End; i++)
        {
            if (_named.NameOf(i) is >= 0 and var name && HeadsUpTo(_document.Names[name].Tokens, mention.Head)) return name;
        }

        return -1;
    }

    private bool HeadsUpTo(TokenSpan name, int head) => _document.Heads[HeadOf(name)] == head;

    private string Alias(TokenSpan tokens) => $"alias \"{_document.SpanOf(tokens).In(_document.Text).ToString().ReplaceLineEndings(" ")}\"";

    private bool IsNoun(int token) => _document.Tags[token] is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.X;

    private bool IsHead(TokenSpan tokens, int head) => tokens.Contains(head) && HeadOf(tokens) == head;

    private int HeadOf(TokenSpan tokens)
    {
        for (var i = tokens.Start; i < tokens.End; i++)
        {
            if (_document.Heads[i] == i || !tokens.Contains(_document.Heads[i])) return i;
        }

        return tokens.Start;
    }

    // Without article and possessive.
    private TokenSpan Plain(TokenSpan tokens)
    {
        var (start, end) = (tokens.Start, tokens.End);
        while (start < end - 1 && _document.Tags[start] == PartOfSpeech.Det) start++;
        while (end > start + 1 && _document.Tags[end - 1] is PartOfSpeech.Part or PartOfSpeech.Punct) end--;
        return new(start, end);
    }
}
