using System.Globalization;
using System.Runtime.CompilerServices;

namespace Heliograph.Language;

/// <summary>What the segmenter knows of a character: its class, and the letter that it stands for.</summary>
internal static class Letters
{
    /// <summary>Nothing: before the beginning or after the end.</summary>
    public const byte None = 0;

    /// <summary>A small letter, or a letter without case.</summary>
    public const byte Small = 1;

    /// <summary>A capital.</summary>
    public const byte Capital = 2;

    /// <summary>A digit or another number.</summary>
    public const byte Digit = 3;

    /// <summary>A mark that belongs to the character before it, or a joiner.</summary>
    public const byte Mark = 4;

    /// <summary>The first class of what is neither letter nor digit; characters of their own kind follow.</summary>
    public const byte Other = 5;

    private static readonly byte[] Classes = BuildClasses();
    private static readonly char[] Folds = BuildFolds();

    /// <summary>The class of a character: one of the constants, or one from <see cref="Other"/> on for the rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte ClassOf(char c) => c < Classes.Length ? Classes[c] : SlowClassOf(c);

    /// <summary>Whether the character is a letter, a digit or a mark.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWord(char c) => ClassOf(c) < Other;

    /// <summary>The small letter of a letter, 0 of a digit's place, and a straight quote of a curly one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Fold(char c) => c < Folds.Length ? Folds[c] : SlowFold(c);

    /// <summary>A hash of a stretch of text, blind to case and to the kind of quote.</summary>
    /// <remarks>Reads the first 24 characters, and the length.</remarks>
    public static uint HashFolded(ReadOnlySpan<char> text)
    {
        var hash = (uint)text.Length;
        foreach (var c in text[..Math.Min(24, text.Length)]) hash = Hashing.Mix(hash, Fold(c));
        return hash;
    }

    private static uint SlowFold(char c) => c switch
    {
        '‘' or '’' or '‛' or 'ʼ' or '′' => '\'',
        '“' or '”' or '„' or '‟' or '″' => '"',
        '‐' or '‑' => '-',
        _ => char.ToLowerInvariant(c),
    };

    private static byte SlowClassOf(char c)
    {
        if (c is '‘' or '’') return Classes['\''];
        if (c is '“' or '”' or '„') return Classes['"'];
        return CategoryClass(char.GetUnicodeCategory(c));
    }

    private static byte CategoryClass(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => Capital,
        UnicodeCategory.LowercaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => Small,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Digit,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format => Mark,
        UnicodeCategory.DashPunctuation => Other + 1,
        UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation => Other + 2,
        UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation => Other + 3,
        UnicodeCategory.CurrencySymbol => Other + 4,
        UnicodeCategory.MathSymbol => Other + 5,
        UnicodeCategory.OtherSymbol or UnicodeCategory.Surrogate => Other + 6,
        UnicodeCategory.OtherPunctuation => Other + 7,
        _ => Other,
    };

    // ASCII punctuation gets a class of its own, so that a shape tells "1.5" from "1/5".
    private static byte[] BuildClasses()
    {
        var classes = new byte[0x250];
        for (var c = 0; c < classes.Length; c++)
        {
            var found = CategoryClass(char.GetUnicodeCategory((char)c));
            classes[c] = found >= Other && c is > ' ' and < 127 ? (byte)c : found;
        }

        return classes;
    }

    private static char[] BuildFolds()
    {
        var folds = new char[0x250];
        for (var c = 0; c < folds.Length; c++) folds[c] = char.ToLowerInvariant((char)c);
        folds['`'] = '\'';
        folds['´'] = '\'';
        return folds;
    }
}
