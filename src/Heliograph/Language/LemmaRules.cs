using System.Text;

namespace Heliograph.Language;

/// <summary>How a form turns into its lemma: the edits, and how to find the one for a form.</summary>
/// <remarks>
/// Two decisions are looked up apart: the edit of the letters, and the case of the result. Each is a list of contexts
/// (tags, then longer and longer endings, then the whole form); the longest context that is listed decides.
/// </remarks>
internal static class LemmaRules
{
    /// <summary>How many edits are tried where no ending leads to a known lemma.</summary>
    public const int CommonEdits = 6;

    /// <summary>The length of the endings whose common edits are tried.</summary>
    public const int CommonEnding = 3;

    /// <summary>The longest ending that is looked up. Unit: UTF-16 code units.</summary>
    public const int LongestEnding = 6;

    /// <summary>Longer forms are their own lemmas.</summary>
    public const int LongestForm = 64;

    /// <summary>How many capitals a lemma takes.</summary>
    public enum Case : byte
    {
        /// <summary>None.</summary>
        Small,

        /// <summary>Those of the form.</summary>
        AsWritten,

        /// <summary>The first letter.</summary>
        Capitalised,

        /// <summary>All.</summary>
        Capitals,
    }

    /// <summary>An edit: take letters off the end and put others there, or replace the whole.</summary>
    /// <param name="Cut">How many letters to take off; <see cref="Whole"/> for all, whatever the length.</param>
    /// <param name="Append">What to put there.</param>
    public readonly record struct Edit(byte Cut, string Append)
    {
        /// <summary>The cut that replaces the whole form.</summary>
        public const byte Whole = 255;

        /// <summary>The cut that replaces the whole form with a lemma whose capitals are fixed.</summary>
        public const byte Exact = 254;

        /// <summary>The cut that takes out commas.</summary>
        public const byte Commas = 253;
    }

    /// <summary>The context of a form's tags alone.</summary>
    public static uint TagContext(byte tag, string treebankTag) =>
        Hashing.Mix(Letters.HashFolded(treebankTag) ^ 0x51ED270B, tag);

    /// <summary>The context of an ending.</summary>
    public static uint Ending(uint tags, ReadOnlySpan<char> lowered, int length) =>
        Hashing.Of((uint)length, tags, Letters.HashFolded(lowered[^length..]));

    /// <summary>The context of a whole form.</summary>
    public static uint Whole(uint tags, ReadOnlySpan<char> lowered)
    {
        var hash = Hashing.Of(99, tags, (uint)lowered.Length);
        foreach (var c in lowered) hash = Hashing.Mix(hash, c);
        return hash;
    }

    /// <summary>The context of an edit that is common with some ending.</summary>
    /// <param name="ending">The context of that ending, <see cref="CommonEnding"/> letters long.</param>
    /// <param name="rank">0 for the most common one.</param>
    public static uint Common(uint ending, int rank) => Hashing.Of(96, ending, (uint)rank);

    /// <summary>What a lemma is known by.</summary>
    /// <param name="loose">The context of its part of speech alone.</param>
    /// <param name="loweredLemma">The lemma in small letters.</param>
    public static uint Known(uint loose, ReadOnlySpan<char> loweredLemma) => Whole(loose ^ 0x5BD1E995, loweredLemma);

    /// <summary>How a form is written.</summary>
    /// <returns>0 small, 1 capitalised, 2 in short capitals, 3 in long capitals, 4 a capital letter, 5 small with digits
    /// or signs, 6 otherwise.</returns>
    public static uint ShapeOf(ReadOnlySpan<char> form)
    {
        var (small, capital) = (0, 0);
        foreach (var c in form)
        {
            if (char.IsUpper(c)) capital++;
            else if (char.IsLower(c)) small++;
        }

        if (capital == 0) return small == form.Length ? 0u : 5;
        if (small == 0) return form.Length == 1 ? 4u : form.Length < 5 ? 2u : 3;
        return capital == 1 && char.IsUpper(form[0]) ? 1u : 6;
    }

    /// <summary>Applies an edit and a case to a form.</summary>
    /// <param name="form">The form as written.</param>
    /// <param name="edit">The edit; one that cuts more than the form has leaves the form.</param>
    /// <param name="letters">The case of the result.</param>
    public static string Apply(ReadOnlySpan<char> form, Edit edit, Case letters)
    {
        if (edit.Cut == Edit.Exact) return edit.Append;
        var lemma = edit.Cut switch
        {
            Edit.Whole => edit.Append,
            Edit.Commas => form.ToString().Replace(",", "", StringComparison.Ordinal),
            _ when edit.Cut < form.Length => string.Concat(form[..^edit.Cut], edit.Append),
            _ => form.ToString(),
        };
        return letters switch
        {
            Case.Small => lemma.ToLowerInvariant(),
            Case.Capitals => lemma.ToUpperInvariant(),
            Case.Capitalised => Capitalise(lemma),
            _ => lemma,
        };
    }

    private static string Capitalise(string lemma)
    {
        var capitalised = new StringBuilder(lemma.ToLowerInvariant());
        if (capitalised.Length > 0) capitalised[0] = char.ToUpperInvariant(capitalised[0]);
        return capitalised.ToString();
    }
}
