using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Actors;

/// <summary>The names of the register that stand in a document, and what they tell of one another.</summary>
/// <remarks>Of names that overlap, the one that begins first counts, and of those that begin together the longest.
/// A name that has several bearers is settled by the report's other names. Time: linear in the text.</remarks>
internal sealed class NamedActors
{
    private const int LongestName = 12; // tokens

    private readonly Document _document;
    private readonly RegisterIndex _index;
    private readonly int[] _spanOf;  // per token, the name that holds it, or −1
    private readonly int[] _nameOf;  // per token, the name of the document that holds it, or −1
    private readonly HashSet<string> _full = new(StringComparer.Ordinal);   // actors with a name of no other bearer
    private readonly HashSet<string> _states = new(StringComparer.Ordinal); // states that the report names
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal); // how often

    public NamedActors(Document document, RegisterIndex index)
    {
        (_document, _index) = (document, index);
        (_spanOf, _nameOf) = (new int[document.Tokens.Length], new int[document.Tokens.Length]);
        _spanOf.AsSpan().Fill(-1);
        _nameOf.AsSpan().Fill(-1);
        for (var i = 0; i < document.Names.Length; i++)
        {
            _nameOf.AsSpan(document.Names[i].Tokens.Start, document.Names[i].Tokens.Length).Fill(i);
        }

        var all = ImmutableArray.CreateBuilder<NamedSpan>();
        foreach (var sentence in document.Sentences)
        {
            for (var i = sentence.Start; i < sentence.End;)
            {
                if (At(i, sentence.End) is not { } found)
                {
                    i++;
                    continue;
                }

                _spanOf.AsSpan(found.Tokens.Start, found.Tokens.Length).Fill(all.Count);
                all.Add(found);
                i = found.Tokens.End;
            }
        }

        All = all.ToImmutable();
        foreach (var span in All) Note(span);
    }

    /// <summary>Every name, in text order.</summary>
    public ImmutableArray<NamedSpan> All { get; }

    /// <summary>The name that holds a token, or null.</summary>
    public NamedSpan? Of(int token) => _spanOf[token] >= 0 ? All[_spanOf[token]] : null;

    /// <summary>The index of the document's own name that holds a token, or −1.</summary>
    public int NameOf(int token) => _nameOf[token];

    /// <summary>Whether the report names a state, or something of it.</summary>
    public bool NamesState(string state) => _states.Contains(state);

    /// <summary>The state that the report names half as often again as any other, and three times or more; null where there is none.</summary>
    public string? MainState
    {
        get
        {
            var (best, most, second) = ((string?)null, 0, 0);
            foreach (var (state, count) in _counts)
            {
                if (count > most) (best, most, second) = (state, count, most);
                else if (count > second) second = count;
            }

            return most >= 3 && 2 * most >= 3 * second ? best : null;
        }
    }

    /// <summary>Whether the report has a full name of an actor.</summary>
    public bool HasFullName(string actor) => _full.Contains(actor);

    /// <summary>Who is meant by a name; null where nobody or several may be.</summary>
    public Actor? Resolve(NamedSpan span)
    {
        if (span.StateOf is { } state) return state;
        var (best, support, several) = ((Actor?)null, 0, false);
        foreach (var (actor, needsSupport) in span.Bearers)
        {
            var weight = !needsSupport ? 3 : Support(actor);
            if (weight == 0 || weight < support) continue;
            several = weight == support && best?.Id != actor.Id;
            (best, support) = (actor, weight);
        }

        if (several || best is null || !Fits(span, best)) return null;
        return best;
    }

    private int Support(Actor actor)
    {
        if (_full.Contains(actor.Id)) return 2;
        foreach (var country in actor.Countries)
        {
            if (_states.Contains(country)) return 1;
        }

        foreach (var parent in actor.Parents)
        {
            if (_full.Contains(parent.Parent) || _states.Contains(parent.Parent)) return 1;
        }

        return 0;
    }

    // One plain word that the document takes for another kind of name is no name of ours: "Jordan" the player.
    private bool Fits(NamedSpan span, Actor actor)
    {
        var words = _document.SpanOf(span.Tokens).In(_document.Text);
        if (span.Tokens.Length > 1 || AliasKey.IsAcronym(words)) return true;
        var isName = _nameOf[span.Tokens.Start] is >= 0 and var name && _document.Names[name] is var own
            ? (bool?)(own.Type == NameType.Person)
            : null;
        if (isName is { } isPerson) return isPerson == (actor.Kind == ActorKind.Person);
        return actor.Kind == ActorKind.State || _document.Tags[span.Tokens.Start] == PartOfSpeech.Propn;
    }

    private void Note(NamedSpan span)
    {
        if (span.StateOf is { } state)
        {
            _states.Add(state.Id);
            Count(state.Id);
            return;
        }

        Actor? only = null;
        foreach (var (actor, needsSupport) in span.Bearers)
        {
            if (needsSupport) continue;
            if (only is not null) return;
            only = actor;
        }

        if (only is null || !Fits(span, only)) return;
        _full.Add(only.Id);
        if (only.Kind == ActorKind.State)
        {
            _states.Add(only.Id);
            Count(only.Id);
        }
        else if (only.Country is { } country && only.Kind != ActorKind.Person) _states.Add(country);
    }

    private void Count(string state) => _counts[state] = _counts.GetValueOrDefault(state) + 1;

    private NamedSpan? At(int start, int end)
    {
        var text = _document.Text;
        var first = _document.Tokens[start].In(text);
        if (!char.IsUpper(first[0]) && !char.IsAsciiDigit(first[0]) && _document.Tags[start] != PartOfSpeech.Propn) return null;
        var key = default(AliasKey.Builder);
        key.Add(first);
        NamedSpan? found = null;
        if (_index.Begins(AliasKey.OfFirst(first)))
        {
            for (var k = start; k < end && k < start + LongestName; k++)
            {
                if (k > start)
                {
                    if (_document.Tokens[k].Start > _document.Tokens[k - 1].End) key.AddGap();
                    key.Add(_document.Tokens[k].In(text));
                }

                if (!MayEnd(k, start)) continue;
                var tokens = new TokenSpan(start, k + 1);
                var bearers = _index.IsNamed(key.Value) ? _index.Named(_document.SpanOf(tokens).In(text)) : [];
                if (!bearers.IsEmpty) found = new(tokens, bearers, null);
                else if (_index.StateOfAdjective(key.Value) is { } state && char.IsUpper(first[0])) found = new(tokens, [], state);
            }
        }

        return found is { Tokens.Length: > 1 } || IsNominal(start) ? found : null;
    }

    // A name ends with a word, not with a hyphen, and does not go on behind a hyphen.
    private bool MayEnd(int token, int start)
    {
        var last = _document.Tokens[token].In(_document.Text);
        if (!char.IsLetterOrDigit(last[^1]) && !(last[^1] is '.' && last.Length > 1)) return false;
        return token > start || token + 1 >= _document.Tokens.Length || _document.Tokens[token + 1].In(_document.Text) is not "-"
            || _document.Tokens[token + 1].Start > _document.Tokens[token].End || _document.Tags[token] == PartOfSpeech.Propn;
    }

    private bool IsNominal(int token) => _nameOf[token] >= 0
        || _document.Tags[token] is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.X
        || (_document.Tags[token] == PartOfSpeech.Pron && IsInCapitals(token)); // "the WHO", but not in a line of capitals

    private bool IsInCapitals(int token) => _document.Tokens[token].Length > 1 && AliasKey.IsAcronym(_document[token].Text)
        && (token == 0 || _document[token - 1].Text.ContainsAnyInRange('a', 'z'))
        && (token + 1 >= _document.Tokens.Length || _document[token + 1].Text.ContainsAnyInRange('a', 'z') || _document.Tags[token + 1] == PartOfSpeech.Punct);
}
