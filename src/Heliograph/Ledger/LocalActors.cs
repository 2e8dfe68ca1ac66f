using System.Collections.Frozen;
using System.Globalization;
using Heliograph.Documents;

namespace Heliograph.Ledger;

/// <summary>Who is meant within one report: gives each name and description an actor, known only to this report.</summary>
/// <remarks>
/// The same name is the same actor; a family name alone is the one person of the report who bears it in full, and
/// nobody's where two do; a description stands for the name it is in apposition with, otherwise for an actor of its
/// own. Misses, by design: pronouns, abbreviations, and two people of one name.
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
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal); // how to write each name, by its key
    private readonly LocalActor[] _named; // one per name of the document
    private readonly int[] _nameOf;       // per token, the name that holds it, or -1

    public LocalActors(string reportId, Document document, CodePoints codePoints)
    {
        (_reportId, _document, _codePoints) = (reportId, document, codePoints);
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

        var bearers = Bearers();
        _named = [.. document.Names.Select(name => Named(name, bearers))];
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
    public LocalActor? Of(int head, TextSpan phrase)
    {
        if (_nameOf[head] is >= 0 and var own) return _named[own] with { Why = null };
        if (_document.Tags[head] == PartOfSpeech.Pron) return null;
        if (Apposed(head) is { } apposed)
        {
            var isTitle = _document.Deprels[apposed] == Deprel.Flat;
            return _named[_nameOf[apposed]] with { Why = isTitle ? "title" : "apposition" };
        }


        // "the minister" is the same minister throughout; "a diplomat" is another diplomat each time.
        var key = Key(phrase.In(_document.Text).ToString());
        var words = phrase.In(_document.Text);
        var space = words.IndexOfAny(' ', '\n', '\t');
        var definite = space > 0 && Definite.Contains(words[..space].ToString());
        return new(EntryId.OfActor(_reportId, definite ? $"the {key}" : At(key, phrase)), null, null, definite ? "same words" : null);
    }

    private LocalActor Named(Name name, Dictionary<string, HashSet<string>> bearers)
    {
        var key = Key(Plain(name));
        var words = _written[key];
        var actor = new LocalActor(EntryId.OfActor(_reportId, key), words, name.Type, null);
        if (name.Type != NameType.Person || key.Contains(' ', StringComparison.Ordinal)) return actor;
        if (!bearers.TryGetValue(key, out var full) || full.Count != 1) return actor;

        var whole = full.Single();
        return new(EntryId.OfActor(_reportId, whole), _written[whole], name.Type, $"family name of {_written[whole]}");
    }

    // The keys of the full names of persons in the report, by the key of the family name.
    private Dictionary<string, HashSet<string>> Bearers()
    {
        var bearers = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var name in _document.Names)
        {
            if (name.Type != NameType.Person) continue;
            var key = Key(Plain(name));
            var space = key.LastIndexOf(' ');
            if (space < 0) continue;

            if (!bearers.TryGetValue(key[(space + 1)..], out var full))
            {
                bearers[key[(space + 1)..]] = full = new(StringComparer.Ordinal);
            }

            full.Add(key);
        }

        return bearers;
    }

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
