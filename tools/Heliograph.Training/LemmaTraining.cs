using System.Text;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Training;

/// <summary>Learns the tables of a <see cref="Lemmatizer"/> by counting.</summary>
/// <remarks>
/// Endings are counted over distinct forms, so that frequent irregular words do not speak for rare regular ones; whole
/// forms are counted over tokens. A context is listed only where it decides otherwise than the next shorter one listed.
/// </remarks>
internal sealed class LemmaTraining
{
    private const int LeastForEnding = 2; // by how many forms an ending must beat what would decide without it

    private const int LeastForCommon = 3; // how many forms must take an edit before it is tried on others

    private const int IrregularVerbWeight = 5; // how many tokens of a treebank a row outweighs

    private readonly Dictionary<LemmaRules.Edit, ushort> _scripts = [];
    private readonly Dictionary<(uint Tags, string Lowered), Dictionary<ushort, int>> _forms = [];
    private readonly Dictionary<(uint Tags, uint Shape, string Lowered), int[]> _cases = [];

    private readonly HashSet<uint> _known = [];
    private readonly HashSet<ushort> _wholes = []; // scripts that replace a whole form, and say nothing of its ending

    /// <summary>Counts the tokens of a document.</summary>
    public void Add(Document document)
    {
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            var form = document.Tokens[i].In(document.Text).ToString();
            if (form.Length > LemmaRules.LongestForm) continue;
            Add(form, document.Lemmas[i], document.Tags[i], document.TreebankTags[i]);
        }
    }

    /// <summary>Adds irregular verbs, which the treebanks do not all hold, and a few of which they get wrong.</summary>
    /// <param name="reader">A row a verb: base form, past tense, past participle, parted by tabs.</param>
    public void AddIrregularVerbs(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Length == 0) continue;
            var columns = line.Split('\t');
            foreach (var (column, treebankTag) in ((int, string)[])[(1, "VBD"), (2, "VBN")])
            {
                foreach (var form in columns[column].Split('/'))
                {
                    for (var i = 0; i < IrregularVerbWeight; i++) Add(form, columns[0], PartOfSpeech.Verb, treebankTag);
                }
            }
        }
    }

    private void Add(string form, string lemma, PartOfSpeech tag, string treebankTag)
    {
        var (edit, letters) = Script(form, lemma, tag == PartOfSpeech.Propn);
        if (!_scripts.TryGetValue(edit, out var script)) _scripts.Add(edit, script = checked((ushort)_scripts.Count));
        if (edit.Cut is LemmaRules.Edit.Whole or LemmaRules.Edit.Exact) _wholes.Add(script);
        var lowered = form.ToLowerInvariant();
        var loose = LemmaRules.TagContext((byte)tag, "");
        if (tag is not (PartOfSpeech.X or PartOfSpeech.Propn))
        {
            _known.Add(LemmaRules.Known(loose, lemma.ToLowerInvariant()));
        }

        foreach (var tags in (uint[])[LemmaRules.TagContext((byte)tag, treebankTag), loose])
        {
            var counts = Count(_forms, (tags, lowered), () => []);
            counts[script] = counts.GetValueOrDefault(script) + 1;
            if (edit.Cut == LemmaRules.Edit.Exact) continue;
            Count(_cases, (tags, LemmaRules.ShapeOf(form), lowered), () => new int[4])[(int)letters]++;
        }
    }

    /// <summary>Writes the sections that <see cref="Lemmatizer"/> reads.</summary>
    public void Write(WeightWriter writer)
    {
        var known = _known.ToDictionary(lemma => lemma, _ => (ushort)0);
        foreach (var table in (Dictionary<uint, ushort>[])[Edits(), Cases(), known])
        {
            var (keys, values) = ContextTable.Build(table);
            writer.Add<uint>(keys);
            writer.Add<ushort>(values);
        }

        var bytes = new List<byte>();
        foreach (var edit in _scripts.OrderBy(script => script.Value).Select(script => script.Key))
        {
            var append = Encoding.UTF8.GetBytes(edit.Append);
            bytes.AddRange([edit.Cut, checked((byte)append.Length), .. append]);
        }

        writer.Add<byte>(bytes.ToArray());
    }

    private static (LemmaRules.Edit Edit, LemmaRules.Case Letters) Script(string form, string lemma, bool isName)
    {
        var (lowered, loweredLemma) = (form.ToLowerInvariant(), lemma.ToLowerInvariant());
        var common = lowered.AsSpan().CommonPrefixLength(loweredLemma);
        var edit = common * 2 >= Math.Min(lowered.Length, 6) && common > 0
            ? new LemmaRules.Edit((byte)(lowered.Length - common), loweredLemma[common..])
            : new(LemmaRules.Edit.Whole, loweredLemma);
        if (lowered.Contains(',') && lowered.Replace(",", "", StringComparison.Ordinal) == loweredLemma)
        {
            edit = new(LemmaRules.Edit.Commas, "");
        }

        LemmaRules.Case[] order = isName
            ? [LemmaRules.Case.AsWritten, LemmaRules.Case.Capitalised, LemmaRules.Case.Capitals, LemmaRules.Case.Small]
            : [LemmaRules.Case.Small, LemmaRules.Case.AsWritten, LemmaRules.Case.Capitalised, LemmaRules.Case.Capitals];
        foreach (var letters in order)
        {
            if (LemmaRules.Apply(form, edit, letters) == lemma) return (edit, letters);
        }

        return (new(LemmaRules.Edit.Exact, lemma), LemmaRules.Case.AsWritten);
    }

    private Dictionary<uint, ushort> Edits()
    {
        // Contexts from the shortest: the tags alone, then longer and longer endings.
        var table = new Dictionary<uint, ushort>();
        for (var length = 0; length <= LemmaRules.LongestEnding; length++)
        {
            var contexts = new Dictionary<uint, (Dictionary<ushort, int> Counts, ushort Without)>();
            foreach (var ((tags, lowered), counts) in _forms)
            {
                if (lowered.Length < length || (length > 0 && _wholes.Contains(Best(counts)))) continue;
                var context = length == 0 ? tags : LemmaRules.Ending(tags, lowered, length);
                var found = Count(contexts, context, () => ([], Decide(table, tags, lowered, length - 1))).Counts;
                var best = Best(counts);
                found[best] = found.GetValueOrDefault(best) + 1;
            }

            foreach (var (context, (counts, without)) in contexts)
            {
                var best = Best(counts);
                for (var rank = 0; length == LemmaRules.CommonEnding && rank < LemmaRules.CommonEdits; rank++)
                {
                    var common = counts.Where(count => count.Value >= LeastForCommon && !_wholes.Contains(count.Key))
                        .OrderByDescending(count => count.Value).ThenBy(count => count.Key).Skip(rank).Take(1);
                    foreach (var (script, _) in common) table[LemmaRules.Common(context, rank)] = script;
                }

                if (length == 0 || counts[best] - counts.GetValueOrDefault(without) >= LeastForEnding) table[context] = best;
            }
        }

        var endings = new Dictionary<uint, ushort>(table);
        foreach (var ((tags, lowered), counts) in _forms)
        {
            var best = Best(counts);
            if (best != Decide(endings, tags, lowered, LemmaRules.LongestEnding)) table[LemmaRules.Whole(tags, lowered)] = best;
        }

        return table;
    }

    private Dictionary<uint, ushort> Cases()
    {
        var table = new Dictionary<uint, ushort>();
        foreach (var group in _cases.GroupBy(entry => (entry.Key.Tags, entry.Key.Shape)))
        {
            var sums = new int[4];
            foreach (var (_, counts) in group) sums[Array.IndexOf(counts, counts.Max())]++;
            var usual = Array.IndexOf(sums, sums.Max());
            table[Hashing.Of(98, group.Key.Tags, group.Key.Shape)] = (ushort)usual;
            foreach (var ((tags, shape, lowered), counts) in group)
            {
                var best = Array.IndexOf(counts, counts.Max());
                if (best == usual || counts[best] == counts[usual]) continue;
                table[LemmaRules.Whole(tags + shape, lowered)] = (ushort)best;
            }
        }

        return table;
    }

    private static ushort Decide(Dictionary<uint, ushort> table, uint tags, string lowered, int longest)
    {
        for (var length = Math.Min(longest, lowered.Length); length > 0; length--)
        {
            if (table.TryGetValue(LemmaRules.Ending(tags, lowered, length), out var script)) return script;
        }

        return table.GetValueOrDefault(tags);
    }

    private static ushort Best(Dictionary<ushort, int> counts) =>
        counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key).First().Key;

    private static TValue Count<TKey, TValue>(Dictionary<TKey, TValue> counts, TKey key, Func<TValue> start)
        where TKey : notnull
    {
        if (!counts.TryGetValue(key, out var found)) counts.Add(key, found = start());
        return found;
    }
}
