using System.Runtime.CompilerServices;
using System.Text;
using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Finds the dictionary form of a token from its form and tags, as it learnt to from treebanks.</summary>
/// <remarks>
/// Deterministic; safe to share between threads. Keeps the lemmas it found last, at most 16,384 of them, so that running
/// text allocates next to nothing. Misses by design: what only the sentence tells ("found" of a school or of a thing).
/// </remarks>
public sealed class Lemmatizer
{
    /// <summary>What a file of these weights begins with.</summary>
    internal const string Kind = "HLEM";

    /// <summary>The version of its layout.</summary>
    internal const int Version = 1;

    private const int Remembered = 1 << 14;

    private readonly ContextTable _edits;
    private readonly ContextTable _cases;
    private readonly ContextTable _known; // lemmas, by the hash of their letters
    private readonly LemmaRules.Edit[] _scripts;
    private readonly Memory?[] _memory = new Memory?[Remembered]; // a slot is replaced whole, so a race costs work only

    private Lemmatizer(WeightFile file)
    {
        _edits = new(file);
        _cases = new(file);
        _known = new(file);
        _scripts = ReadScripts(file.Next().Bytes);
    }

    /// <summary>Opens the weights that ship with the library.</summary>
    public static Lemmatizer Load() => new(WeightFile.OpenResource("lemmas.model", Kind, Version));

    /// <summary>Opens weights that were just trained.</summary>
    /// <param name="weights">The bytes of a model file; copied.</param>
    /// <exception cref="FormatException">The bytes are no such file, or cut short.</exception>
    public static Lemmatizer Open(ReadOnlySpan<byte> weights) =>
        new(WeightFile.OpenBytes(weights, "lemma weights", Kind, Version));

    /// <summary>The dictionary form of a token.</summary>
    /// <param name="form">The token as written; not empty.</param>
    /// <param name="tag">Its part of speech.</param>
    /// <param name="treebankTag">Its treebank tag, such as <c>VBD</c>; empty where there is none.</param>
    /// <returns>The lemma; a form of more than 64 code units is its own.</returns>
    public string Lemma(ReadOnlySpan<char> form, PartOfSpeech tag, string treebankTag)
    {
        if (form.Length is 0 or > LemmaRules.LongestForm) return form.ToString();
        ref var slot = ref _memory[Slot(form, tag, treebankTag)];
        var found = Volatile.Read(ref slot);
        if (found is not null && found.Tag == tag && found.TreebankTag == treebankTag && form.SequenceEqual(found.Form))
        {
            return found.Lemma;
        }

        var lemma = Find(form, tag, treebankTag);
        Volatile.Write(ref slot, new(form.ToString(), tag, treebankTag, lemma));
        return lemma;
    }

    private static int Slot(ReadOnlySpan<char> form, PartOfSpeech tag, string treebankTag)
    {
        var hash = (uint)tag;
        foreach (var c in form) hash = Hashing.Mix(hash, c);
        foreach (var c in treebankTag) hash = Hashing.Mix(hash, c);
        return (int)(hash % Remembered);
    }

    [SkipLocalsInit]
    private string Find(ReadOnlySpan<char> form, PartOfSpeech tag, string treebankTag)
    {
        Span<char> buffer = stackalloc char[LemmaRules.LongestForm];
        var lowered = buffer[..form.ToLowerInvariant(buffer)];
        var exact = LemmaRules.TagContext((byte)tag, treebankTag);
        var loose = LemmaRules.TagContext((byte)tag, "");
        var tags = _edits.Find(exact) >= 0 ? exact : loose;
        var edit = FindEdit(tags, loose, lowered);
        var shape = LemmaRules.ShapeOf(form);
        var letters = _cases.Find(LemmaRules.Whole(tags + shape, lowered));
        if (letters < 0) letters = _cases.Find(Hashing.Of(98, tags, shape));
        if (letters < 0) letters = (int)(tag == PartOfSpeech.Propn ? LemmaRules.Case.AsWritten : LemmaRules.Case.Small);
        return LemmaRules.Apply(form, edit < 0 ? new(0, "") : _scripts[edit], (LemmaRules.Case)letters);
    }

    private int FindEdit(uint tags, uint loose, ReadOnlySpan<char> lowered)
    {
        var edit = _edits.Find(LemmaRules.Whole(tags, lowered));
        if (edit < 0 && tags != loose) edit = _edits.Find(LemmaRules.Whole(loose, lowered));
        return edit >= 0 ? edit : FindByEnding(tags, loose, lowered);
    }

    // The longest ending that leads to a lemma seen before, or else a common edit that does ("timed" to "time"), or else
    // the longest ending.
    private int FindByEnding(uint tags, uint loose, ReadOnlySpan<char> lowered)
    {
        var longest = -1;
        for (var length = Math.Min(LemmaRules.LongestEnding, lowered.Length); length >= 0; length--)
        {
            var edit = _edits.Find(length == 0 ? tags : LemmaRules.Ending(tags, lowered, length));
            if (edit < 0) continue;
            if (longest < 0) longest = edit;
            if (IsKnown(loose, lowered, edit)) return edit;
        }

        var changes = longest >= 0 && _scripts[longest] != new LemmaRules.Edit(0, "");
        changes &= lowered.Length > LemmaRules.CommonEnding;
        var ending = changes ? LemmaRules.Ending(tags, lowered, LemmaRules.CommonEnding) : 0;
        for (var rank = 0; changes && rank < LemmaRules.CommonEdits; rank++)
        {
            var edit = _edits.Find(LemmaRules.Common(ending, rank));
            if (edit >= 0 && IsKnown(loose, lowered, edit)) return edit;
        }

        return longest;
    }

    private bool IsKnown(uint loose, ReadOnlySpan<char> lowered, int edit) =>
        _known.Find(LemmaRules.Known(loose, LemmaRules.Apply(lowered, _scripts[edit], LemmaRules.Case.Small))) >= 0;

    // Each script: the cut, the length of what is appended in bytes, and that in UTF-8.
    private static LemmaRules.Edit[] ReadScripts(ReadOnlySpan<byte> bytes)
    {
        var scripts = new List<LemmaRules.Edit>();
        while (bytes.Length > 1)
        {
            scripts.Add(new(bytes[0], Encoding.UTF8.GetString(bytes.Slice(2, bytes[1]))));
            bytes = bytes[(2 + bytes[1])..];
        }

        return [.. scripts];
    }

    private sealed record Memory(string Form, PartOfSpeech Tag, string TreebankTag, string Lemma);
}
