using System.Collections.Frozen;
using System.Globalization;
using Heliograph.Actors;
using Heliograph.Documents;
using Heliograph.Places;

namespace Heliograph.Ledger;

/// <summary>Who is meant within one report: gives each name and description an actor, of the register or known only to this report.</summary>
/// <remarks>
/// A chain of mentions is one actor, known by the fullest name in it; a pronoun is nobody where no chain that tells
/// more holds it. A description stands for the name it is in apposition with, otherwise for an actor of its own.
/// Misses, by design: two people of one name.
/// </remarks>
internal sealed class LocalActors
{
    private static readonly string[] Articles = ["the", "a", "an"];

    private static readonly FrozenSet<string> Honorifics = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "miss");

    private static readonly FrozenSet<string> Definite = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "the", "this", "that", "these", "those");

    private readonly string _reportId;
    private readonly Document _document;
    private readonly CodePoints _codePoints;
    private readonly LocalChains _chains;
    private readonly ActorLinks _links;
    private readonly DocumentPlaces _places;
    private readonly LocalActor?[] _chained; // one per chain; null for one of pronouns only
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal); // how to write each name, by its key
    private readonly LocalActor[] _named; // one per name of the document
    private readonly int[] _nameOf;       // per token, the name that holds it, or -1

    public LocalActors(string reportId, Document document, CodePoints codePoints, LocalChains chains, ActorLinks links, DocumentPlaces places)
    {
        (_reportId, _document, _codePoints, _chains, _links, _places) = (reportId, document, codePoints, chains, links, places);
        _nameOf = new int[document.Tokens.Length];
        Array.Fill(_nameOf, -1);
        for (var i = 0; i < document.Names.Length; i++)
        {
            var tokens = document.Names[i].Tokens;
            Array.Fill(_nameOf, i, tokens.Start, tokens.Length);
        }

        foreach (var name in document.Names)
        {
            var words = Plain(name);
            if (!_written.TryGetValue(Key(words), out var before) || (IsCapitals(before) && !IsCapitals(words)))
            {
                _written[Key(words)] = words;
            }
        }

        _chained = Chained();
        _named = [.. document.Names.Select((name, i) => Named(name, i))];
    }

    /// <summary>The actor that a name of the document stands for.</summary>
    /// <param name="name">Its index in <see cref="Document.Names"/>.</param>
    public LocalActor OfName(int name) => _named[name];

    /// <summary>The name that holds a token, as an index into <see cref="Document.Names"/>; -1 where none does.</summary>
    public int NameAt(int token) => _nameOf[token];

    /// <summary>The name that a description goes with: by apposition ("the minister, Arlo Venn") or as a title ("General Arlo Venn").</summary>
    /// <returns>The head of the name, or null where there is none.</returns>
    public int? Apposed(int head)
    {
        var token = _document[head];
        if (token.Deprel == Deprel.Appos && _nameOf[token.Head.Index] >= 0) return token.Head.Index;
        foreach (var child in token.Children())
        {
            if (child.Index < head || _nameOf[child.Index] is not (>= 0 and var name)) continue;
            if (child.Deprel == Deprel.Appos) return child.Index;
            if (child.Deprel == Deprel.Flat && _document.Names[name].Type == NameType.Person) return child.Index;
        }

        return null;
    }

    /// <summary>The actor that a phrase stands for, or null for a pronoun.</summary>
    /// <param name="head">The token that heads the phrase.</param>
    /// <param name="phrase">The words of the phrase.</param>
    /// <param name="speaks">Whether it speaks or decides, so that a capital stands for its government.</param>
    public LocalActor? Of(int head, TextSpan phrase, bool speaks = false)
    {
        if (_nameOf[head] is >= 0 and var own)
        {
            return (speaks && _links.OfCapital(head) is { } government ? Described(phrase).With(government) : _named[own]) with { Why = null };
        }

        if (_chains.At(head) is { } chained && _document.Tags[head] == PartOfSpeech.Pron) return OfMention(chained);
        if (_document.Tags[head] == PartOfSpeech.Pron) return null;
        if (Apposed(head) is { } apposed)
        {
            var isTitle = _document.Deprels[apposed] == Deprel.Flat;
            return _named[_nameOf[apposed]] with { Why = isTitle ? "title" : "apposition" };
        }

        return (_chains.At(head) is { } place ? OfMention(place) : null) ?? Described(phrase).With(_links.OfPhrase(head));
    }

    /// <summary>The actor that a mention of a chain stands for; null where the chain holds pronouns only.</summary>
    public LocalActor? OfMention((int Chain, int Mention) place) =>
        _chained[place.Chain] is { } actor ? actor with { Why = _chains.Why(place) ?? actor.Why } : null;

    // "the minister" is the same minister throughout; "a diplomat" is another diplomat each time.
    private LocalActor Described(TextSpan phrase)
    {
        var words = phrase.In(_document.Text);
        var key = Key(words.ToString());
        var space = words.IndexOfAny(' ', '\n', '\t');
        var definite = space > 0 && Definite.Contains(words[..space].ToString());
        return new(EntryId.OfActor(_reportId, definite ? $"the {key}" : At(key, phrase)), null, null, definite ? "same words" : null);
    }

    // A place that the gazetteer knows has the same id in every report; a country is an actor first.
    private LocalActor? Located(int name) => _places.OfName(name) is { Place: { Precision: not PlacePrecision.Country } place } finding
        ? new(place.Id, place.Name, MentionType.Place, finding.Why) { IsNamedHere = true }
        : null;

    private LocalActor Named(Name name, int index)
    {
        var key = Key(Plain(name));
        var link = _links.OfName(index);
        if (link?.Id is null && Located(index) is { } located) return located.With(link);
        if (_chains.Of(name) is not { } place || _chained[place.Chain] is not { } actor)
        {
            return new LocalActor(EntryId.OfActor(_reportId, key), _written[key], TypeOf(name.Type), null) { IsNamedHere = true }.With(link);
        }

        var why = actor.Name == _written[key] && actor.Why is null ? null : _chains.Why(place);
        if (link?.Id is null) return actor with { Type = TypeOf(name.Type), Why = why };
        var linked = (actor with { Type = TypeOf(name.Type) }).With(link);
        return ReferenceEquals(link, _links.OfChain(place.Chain)) && why is not null ? linked with { Why = why } : linked;
    }

    // Each chain's actor: its name of the most words, the first of several; otherwise its first description.
    private LocalActor?[] Chained()
    {
        var actors = new LocalActor?[_chains.All.Length];
        var longest = new int[actors.Length];
        for (var i = 0; i < _document.Names.Length; i++)
        {
            var name = _document.Names[i];
            if (_chains.Of(name) is not { } place) continue;
            var key = Key(Plain(name));
            var length = key.Count(c => c == ' ') + 1;
            if (length <= longest[place.Chain]) continue;
            longest[place.Chain] = length;
            actors[place.Chain] = Located(i) ?? new(EntryId.OfActor(_reportId, key), _written[key], TypeOf(name.Type), null) { IsNamedHere = true };
        }

        for (var i = 0; i < actors.Length; i++)
        {
            var first = _chains.All[i].Mentions.FirstOrDefault(mention => mention.Form == MentionForm.Nominal);
            if (actors[i] is null && first is not null) actors[i] = Described(_document.SpanOf(first.Tokens)) with { Type = _chains.All[i].Type, Why = null };
            actors[i] = actors[i]?.With(_links.OfChain(i));
        }

        return actors;
    }

    private static MentionType TypeOf(NameType type) => type switch
    {
        NameType.Person => MentionType.Person,
        NameType.Organisation => MentionType.Organisation,
        _ => MentionType.Place,
    };

    // The name without article, honorific and possessive, with single spaces.
    private string Plain(Name name)
    {
        var (first, last) = (name.Tokens.Start, name.Tokens.End - 1);
        while (first < last && (Articles.Contains(Word(first)) || Honorifics.Contains(Word(first)))) first++;
        while (last > first && Word(last) is "'s" or "’s" or "'" or "’") last--;
        var words = _document.SpanOf(new(first, last + 1)).In(_document.Text).ToString();
        return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private string At(string key, TextSpan phrase) =>
        string.Create(CultureInfo.InvariantCulture, $"{key} @{_codePoints.FromCodeUnits(phrase.Start)}");

    private static bool IsCapitals(string words) => !words.Any(char.IsLower);

    private string Word(int token) => _document[token].Text.ToString();

    private static string Key(string words)
    {
        var plain = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToLowerInvariant().Replace('’', '\'');
        foreach (var article in Articles)
        {
            if (plain.Length > article.Length + 1 && plain.StartsWith(article + " ", StringComparison.Ordinal))
            {
                plain = plain[(article.Length + 1)..];
                break;
            }
        }

        return plain.EndsWith("'s", StringComparison.Ordinal) && plain.Length > 2 ? plain[..^2] : plain;
    }
}
