using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Heliograph.Reading;

/// <summary>Which language a text looks like.</summary>
/// <remarks>
/// Goes by the letters' script and, within a script, by frequent function words (<c>Lexicons/LanguageWords.tsv</c>);
/// a word that several languages share counts for each the less. Names do not count, so an English text full of foreign
/// names stays English. Looks at the first <see cref="SampleLength"/> code units only. Misses, by design: the language
/// of a text in Latin letters of fewer than <see cref="FewestWords"/> words, which counts as English, and that of a
/// later part of a long text.
/// </remarks>
/// <param name="Code">ISO 639-1.</param>
/// <param name="Name">The language's English name.</param>
/// <param name="Confidence">From 0, a default for want of evidence, to 1; not calibrated.</param>
public sealed record LanguageGuess(string Code, string Name, double Confidence)
{
    /// <summary>How much of a text is looked at. Unit: UTF-16 code units.</summary>
    public const int SampleLength = 4_000;

    /// <summary>The number of words from which a text in Latin letters may count as something other than English.</summary>
    public const int FewestWords = 20;

    // Chosen on texts of our own in thirty languages; function words are one word in three of running English or French,
    // one in eight of Finnish or Turkish.
    private const double LowestShare = 0.07; // of the words, weighted by how few languages share them
    private const double LowestLead = 1.5;   // over English
    private const double KanaShare = 0.05;   // of kana among kana and Han, from which the text is Japanese
    private const int FewestKinds = 3;       // of different words of two letters or more: lists of addresses repeat a few
    private const int LongestWord = 20;
    private const char FirstOtherScript = '\u0370'; // before it there are only Latin letters

    private static readonly ImmutableArray<(string Name, int First, int Last, string Default)> Scripts = LoadScripts();
    private static readonly ImmutableArray<(string Code, string Name, string Script, string Words)> Languages = LoadLanguages();
    private static readonly FrozenDictionary<string, int> ByCode = LoadCodes();
    private static readonly FrozenDictionary<string, Word> ByWord = LoadWords();
    private static readonly int English = ByCode["en"];

    /// <summary>Guesses the language of a text. Deterministic; allocates a few small arrays.</summary>
    public static LanguageGuess Of(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, SampleLength));
        var (script, share) = DominantScript(sample);
        var scores = new double[Languages.Length];
        var kinds = new int[Languages.Length];
        var words = Score(sample, scores, kinds);
        if (script is null) return OfLatin(scores, kinds, words);

        var best = ByCode[Scripts.First(row => row.Name == script).Default];
        for (var i = 0; i < scores.Length; i++)
        {
            if (Languages[i].Script == script && scores[i] > scores[best]) best = i;
        }

        return new(Languages[best].Code, Languages[best].Name, share);
    }

    /// <summary>The English name of a language, or the code itself where it is not one we know.</summary>
    public static string NameOf(string code) => ByCode.TryGetValue(code, out var index) ? Languages[index].Name : code;

    private static LanguageGuess OfLatin(double[] scores, int[] kinds, int words)
    {
        var (best, second) = (English, -1);
        for (var i = 0; i < scores.Length; i++)
        {
            if (Languages[i].Script == "Latin" && scores[i] > scores[best]) best = i;
        }

        for (var i = 0; i < scores.Length; i++)
        {
            if (i != best && Languages[i].Script == "Latin" && (second < 0 || scores[i] > scores[second])) second = i;
        }

        var isSure = words >= FewestWords && kinds[best] >= FewestKinds
            && scores[best] >= LowestShare * words && scores[best] > LowestLead * scores[English];
        if (best != English && !isSure) return new("en", Languages[English].Name, 0);
        var lead = scores[best] == 0 ? 0 : 1 - (scores[second] / scores[best]);
        var enough = Math.Min(1, words / (2.0 * FewestWords));
        return new(Languages[best].Code, Languages[best].Name, lead * enough);
    }

    // Adds up each language's words; a word that n languages share counts 1/n for each.
    private static int Score(ReadOnlySpan<char> text, double[] scores, int[] kinds)
    {
        var seen = new bool[ByWord.Count];
        var lookup = ByWord.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[LongestWord];
        var (words, i) = (0, 0);
        while (i < text.Length)
        {
            if (!IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsLetter(text[i])) i++;
            words++;
            if (i - start > LongestWord) continue;
            var length = text[start..i].ToLowerInvariant(lower);
            if (!lookup.TryGetValue(lower[..length], out var word)) continue;
            var isNew = length > 1 && !seen[word.Index];
            seen[word.Index] = true;
            foreach (var language in word.Languages)
            {
                scores[language] += 1.0 / word.Languages.Length;
                if (isNew) kinds[language]++;
            }
        }

        return words;

        // Vowel signs of Indian scripts are marks, and a word does not end at one.
        static bool IsLetter(char c) => char.IsAsciiLetter(c)
            || (c > 127 && (char.IsLetter(c) || IsMark(char.GetUnicodeCategory(c))));

        static bool IsMark(UnicodeCategory category) =>
            category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    // The script of most letters, and its share of them; null where that is Latin or there is no letter.
    private static (string? Script, double Share) DominantScript(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyInRange(FirstOtherScript, char.MaxValue)) return (null, 0);
        var counts = new Dictionary<string, int>();
        var letters = 0;
        foreach (var c in text)
        {
            if (c <= 127 ? !char.IsAsciiLetter(c) : !char.IsLetter(c)) continue;
            letters++;
            if (c < FirstOtherScript) continue;
            foreach (var (script, first, last, _) in Scripts)
            {
                if (c < first || c > last) continue;
                counts[script] = counts.GetValueOrDefault(script) + 1;
                break;
            }
        }

        if (counts.Count == 0) return (null, 0);
        var (kana, han) = (counts.GetValueOrDefault("Kana"), counts.GetValueOrDefault("Han"));
        var (name, count) = Scripts.Select(row => (row.Name, Count: counts.GetValueOrDefault(row.Name))).MaxBy(row => row.Count);
        if (kana > 0 && kana >= KanaShare * (kana + han) && kana + han >= count) (name, count) = ("Kana", kana + han);
        return count * 2 > letters ? (name, (double)count / letters) : (null, 0);
    }

    private static ImmutableArray<(string, int, int, string)> LoadScripts() =>
        [.. Lexicon.Rows("Scripts.tsv", columns: 4).Select(row => (row[0], Hex(row[1]), Hex(row[2]), row[3]))];

    private static ImmutableArray<(string, string, string, string)> LoadLanguages() =>
        [.. Lexicon.Rows("LanguageWords.tsv", columns: 4).Select(row => (row[0], row[1], row[2], row[3]))];

    private static FrozenDictionary<string, int> LoadCodes() =>
        Languages.Select((language, i) => (language.Code, i)).ToFrozenDictionary(pair => pair.Code, pair => pair.i);

    private static FrozenDictionary<string, Word> LoadWords() =>
        Languages.SelectMany((language, i) => language.Words.Split(' ').Distinct().Select(word => (Word: word, i)))
            .GroupBy(pair => pair.Word, pair => pair.i)
            .Select((languages, index) => (languages.Key, Word: new Word(index, [.. languages])))
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Word);

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private readonly record struct Word(int Index, ImmutableArray<int> Languages);
}
