using System.Collections.Frozen;
using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Finds the words that may stand for someone: names, descriptions that a listed noun heads, and personal pronouns.</summary>
/// <remarks>Misses, by design: relative, demonstrative and indefinite pronouns, and "it" that stands for nothing.</remarks>
internal sealed class CoreferenceMentions
{
    private static readonly FrozenDictionary<string, (int Person, GrammaticalNumber Number, Gender Gender)> Pronouns = Table();

    private static readonly FrozenSet<string> Honorifics = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "lord", "lady");

    private readonly Document _document;
    private readonly Tree _tree;
    private readonly int[] _quotations;
    private readonly List<CoreferenceDraft> _found = [];
    private readonly HashSet<int> _heads = [];
    private int _sentence;
    private int _paragraph;

    private CoreferenceMentions(Document document) =>
        (_document, _tree, _quotations) = (document, Tree.Of(document), CoreferenceQuotations.Of(document));

    /// <summary>Every candidate, in order of their first tokens, the longer first; no two have the same head.</summary>
    public static List<CoreferenceDraft> Find(Document document)
    {
        var finding = new CoreferenceMentions(document);
        finding.AddNames();
        finding.AddNounsAndPronouns();
        var found = finding._found;
        found.Sort(static (a, b) => a.Tokens.Start != b.Tokens.Start ? a.Tokens.Start.CompareTo(b.Tokens.Start)
            : a.Tokens.End != b.Tokens.End ? b.Tokens.End.CompareTo(a.Tokens.End) : a.Head.CompareTo(b.Head));
        for (var i = 0; i < found.Count; i++) found[i].Index = i;
        return found;
    }

    /// <summary>Whether a word is an honorific that stands before names.</summary>
    public static bool IsHonorific(string word) => Honorifics.Contains(word);

    private void AddNames()
    {
        for (var i = 0; i < _document.Names.Length; i++)
        {
            var name = _document.Names[i];
            var head = HeadOf(name.Tokens);
            var type = name.Type switch
            {
                NameType.Person => MentionType.Person,
                NameType.Organisation => MentionType.Organisation,
                _ => MentionType.Place,
            };
            var words = Plain(name.Tokens);
            var key = CoreferenceLexicons.MainName(CoreferenceKey.Of(_document.SpanOf(words).In(_document.Text)));
            // "Mr. Venn", "her brother Arlo": the title is the head where the name is flat under it, or stands close.
            if (!name.Tokens.Contains(_document.Heads[head]) && (_document.Deprels[head] == Deprel.Flat
                || (_document.Deprels[head] == Deprel.Appos && CoreferencePhrase.IsClose(_document, name.Tokens.Start)))) head = _document.Heads[head];
            if (key.Length == 0 || !_heads.Add(head)) continue;
            Place(name.Tokens.Start);
            var gender = type == MentionType.Person ? GenderOf(name.Tokens, words.Start, head) : Gender.Unknown;
            var span = CoreferencePhrase.Of(_document, _tree, head, isName: true);
            var covered = WithRegion(new(Math.Min(span.Start, name.Tokens.Start), Math.Max(span.End, name.Tokens.End)), i, type);
            Add(new()
            {
                Tokens = covered,
                Head = head,
                Form = MentionForm.Name,
                Key = key,
                Type = type,
                Number = GrammaticalNumber.Singular,
                Gender = gender,
                Sentence = _sentence,
                Paragraph = _paragraph,
                Quotation = _quotations[head],
            });
        }
    }

    // "Lorne, Arvale": the region after the comma is of the place's name.
    private TokenSpan WithRegion(TokenSpan tokens, int name, MentionType type)
    {
        if (type == MentionType.Person || name + 1 >= _document.Names.Length) return tokens;
        var next = _document.Names[name + 1];
        var follows = next.Type == NameType.Location && next.Tokens.Start == tokens.End + 1 && _document[tokens.End].Text is ",";
        return follows && tokens.Contains(_document.Heads[HeadOf(next.Tokens)]) ? new(tokens.Start, next.Tokens.End) : tokens;
    }

    private void AddNounsAndPronouns()
    {
        (_sentence, _paragraph) = (0, 0);
        var inName = new bool[_document.Tokens.Length];
        foreach (var name in _document.Names) Array.Fill(inName, true, name.Tokens.Start, name.Tokens.Length);
        for (var i = 0; i < _document.Tokens.Length; i++)
        {
            if (inName[i] || _heads.Contains(i)) continue;
            switch (_document.Tags[i])
            {
                case PartOfSpeech.Pron:
                    AddPronoun(i);
                    break;
                case PartOfSpeech.Noun or PartOfSpeech.Propn when _document.Deprels[i] is not (Deprel.Flat or Deprel.Fixed or Deprel.Goeswith):
                    AddNoun(i);
                    break;
            }
        }
    }

    private void AddPronoun(int token)
    {
        if (!Pronouns.TryGetValue(Word(token), out var pronoun) || _document.Deprels[token] == Deprel.Expl) return;
        Place(token);
        Add(new()
        {
            Tokens = new(token, token + 1),
            Head = token,
            Form = MentionForm.Pronoun,
            Key = Word(token),
            Person = pronoun.Person,
            Number = pronoun.Number,
            Gender = pronoun.Gender,
            Type = pronoun.Gender != Gender.Unknown || pronoun.Person < 3 ? MentionType.Person : null,
            Sentence = _sentence,
            Paragraph = _paragraph,
            Quotation = _quotations[token],
        });
    }

    private void AddNoun(int token)
    {
        var lemma = _document.Lemmas[token];
        if (CoreferenceLexicons.Noun(CoreferenceKey.Of(lemma)) is not { } noun) return;
        Place(token);
        var span = CoreferencePhrase.Of(_document, _tree, token, isName: false);
        if (_document.Deprels[token] == Deprel.Compound && span.Length == 1) return; // "police" of "police station"
        var plural = _document.TreebankTags[token] is "NNS" or "NNPS";
        Add(new()
        {
            Tokens = span,
            Head = token,
            Form = MentionForm.Nominal,
            Key = CoreferenceKey.Of(lemma),
            Type = plural && noun.Type == MentionType.Person ? MentionType.Group : noun.Type,
            Number = plural ? GrammaticalNumber.Plural : noun.Type is MentionType.Group or MentionType.Organisation ? GrammaticalNumber.Unknown : GrammaticalNumber.Singular,
            Gender = noun.Gender,
            IsIndefinite = IsIndefinite(token),
            Sentence = _sentence,
            Paragraph = _paragraph,
            Quotation = _quotations[token],
        });
    }

    private bool IsIndefinite(int token)
    {
        foreach (var child in _tree.Children(token))
        {
            if (child < token && _document.Deprels[child] is Deprel.Det or Deprel.Amod or Deprel.Nummod
                && Word(child) is "a" or "an" or "some" or "any" or "no" or "every" or "each" or "another" or "many" or "several" or "other" or "few" or "most" or "more" or "all")
            {
                return true;
            }
        }

        return false;
    }

    private int HeadOf(TokenSpan tokens)
    {
        for (var i = tokens.Start; i < tokens.End; i++)
        {
            if (!tokens.Contains(_document.Heads[i]) || _document.Heads[i] == i) return i;
        }

        return tokens.Start;
    }

    // The name without honorific and possessive.
    private TokenSpan Plain(TokenSpan tokens)
    {
        var (start, end) = (tokens.Start, tokens.End);
        while (start < end - 1 && (IsHonorific(Word(start)) || Word(start) == "the")) start++;
        if (end < _document.Tokens.Length && _document.Tags[end] == PartOfSpeech.Num && tokens.Contains(_document.Heads[end])) end++; // "Route 66"
        while (end - 1 > start && Word(end - 1) is "'s" or "’s" or "'" or "’") end--;
        return new(start, end);
    }

    private Gender GenderOf(TokenSpan name, int first, int head)
    {
        for (var i = Math.Max(0, Math.Min(name.Start - 1, head)); i < name.End; i++)
        {
            if (Word(i) is "mr" or "mr." or "sir" or "lord") return Gender.Male;
            if (Word(i) is "mrs" or "mrs." or "ms" or "ms." or "miss" or "lady") return Gender.Female;
        }

        return CoreferenceLexicons.OfGivenName(_document[first].Text.ToString());
    }

    private void Place(int token)
    {
        while (_sentence + 1 < _document.Sentences.Length && _document.Sentences[_sentence].End <= token) _sentence++;
        while (_paragraph + 1 < _document.Paragraphs.Length && _document.Paragraphs[_paragraph].End <= token) _paragraph++;
    }

    private void Add(CoreferenceDraft draft)
    {
        _heads.Add(draft.Head);
        _found.Add(draft);
    }

    private string Word(int token) => _document[token].Text.ToString().ToLowerInvariant().Replace('’', '\'');

    private static FrozenDictionary<string, (int, GrammaticalNumber, Gender)> Table()
    {
        var table = new Dictionary<string, (int, GrammaticalNumber, Gender)>(StringComparer.Ordinal);
        Add(1, GrammaticalNumber.Singular, Gender.Unknown, "i", "me", "my", "mine", "myself");
        Add(1, GrammaticalNumber.Plural, Gender.Unknown, "we", "us", "our", "ours", "ourselves", "'s");
        Add(2, GrammaticalNumber.Unknown, Gender.Unknown, "you", "your", "yours", "yourself", "yourselves", "ya", "ye");
        Add(3, GrammaticalNumber.Singular, Gender.Male, "he", "him", "his", "himself");
        Add(3, GrammaticalNumber.Singular, Gender.Female, "she", "her", "hers", "herself");
        Add(3, GrammaticalNumber.Singular, Gender.Unknown, "it", "its", "itself");
        Add(3, GrammaticalNumber.Plural, Gender.Unknown, "they", "them", "their", "theirs", "themselves", "em", "'em");
        return table.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(int person, GrammaticalNumber number, Gender gender, params ReadOnlySpan<string> words)
        {
            foreach (var word in words) table[word] = (person, number, gender);
        }
    }
}
