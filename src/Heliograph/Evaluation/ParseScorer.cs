using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>Scores tokens, sentences, tags, lemmas and trees against gold ones, as the CoNLL 2018 shared task does.</summary>
/// <remarks>
/// Follows <c>conll18_ud_eval.py</c>: both sides are placed by the characters of their tokens, white space left out,
/// so a wrong cut costs only the words it touches. A head is right when it is aligned with the gold head. Relations
/// are compared without their subtype. The weighted scores of the shared task (CLAS, MLAS, BLEX) are not computed.
/// A form is the stretch of text that the word covers: right wherever words of a multiword token concatenate to it,
/// as in every English treebank; elsewhere stricter than the original.
/// </remarks>
public static class ParseScorer
{
    /// <summary>Scores one document.</summary>
    /// <exception cref="ArgumentException">The two do not hold the same characters.</exception>
    public static ParseScores Score(Document gold, Document system) => Score([gold], [system]);

    /// <summary>Scores documents as if they stood in one file; the two lists need not be cut alike.</summary>
    /// <exception cref="ArgumentException">The two do not hold the same characters.</exception>
    public static ParseScores Score(IEnumerable<Document> gold, IEnumerable<Document> system)
    {
        var (goldWords, systemWords) = (new AlignableWords(gold), new AlignableWords(system));
        CheckCharacters(goldWords.Characters, systemWords.Characters);
        var aligned = WordAlignment.Align(goldWords, systemWords);

        return new()
        {
            Tokens = Spans(goldWords.Tokens, systemWords.Tokens),
            Sentences = Spans(goldWords.Sentences, systemWords.Sentences),
            Words = Count((_, _) => true),
            Tags = Count((g, s) => goldWords.Tag(g) == systemWords.Tag(s)),
            TreebankTags = Count((g, s) => goldWords.TreebankTag(g) == systemWords.TreebankTag(s)),
            Lemmas = Count((g, s) => goldWords.Lemma(g) == "_" || goldWords.Lemma(g) == systemWords.Lemma(s)),
            Heads = Count(SameHead),
            Deprels = Count((g, s) => SameHead(g, s) && goldWords.Deprel(g) == systemWords.Deprel(s)),
        };

        Tally Count(Func<int, int, bool> isRight)
        {
            var correct = 0;
            for (var s = 0; s < aligned.Length; s++)
            {
                if (aligned[s] >= 0 && isRight(aligned[s], s)) correct++;
            }

            return new(goldWords.Count, systemWords.Count, correct);
        }

        bool SameHead(int g, int s)
        {
            var (goldHead, systemHead) = (goldWords.Heads[g], systemWords.Heads[s]);
            return goldHead < 0 || systemHead < 0 ? goldHead == systemHead : aligned[systemHead] == goldHead;
        }
    }

    private static Tally Spans(List<TextSpan> gold, List<TextSpan> system)
    {
        var (g, s, correct) = (0, 0, 0);
        while (g < gold.Count && s < system.Count)
        {
            if (system[s].Start < gold[g].Start) s++;
            else if (gold[g].Start < system[s].Start) g++;
            else if (gold[g++].End == system[s++].End) correct++;
        }

        return new(gold.Count, system.Count, correct);
    }

    private static void CheckCharacters(List<char> gold, List<char> system)
    {
        var shared = Math.Min(gold.Count, system.Count);
        var same = 0;
        while (same < shared && gold[same] == system[same]) same++;
        if (same == gold.Count && same == system.Count) return;

        throw new ArgumentException(
            $"Gold and system must hold the same characters: after {same} of them, white space left out, found " +
            $"\"{Excerpt(system, same)}\", expected \"{Excerpt(gold, same)}\". Annotate the gold document's own text.",
            nameof(system));
    }

    private static string Excerpt(List<char> characters, int start) =>
        start == characters.Count ? "(the end)" : string.Concat(characters.Skip(start).Take(20));
}
