using System.Globalization;
using System.Text;

namespace Heliograph.Ledger;

/// <summary>Makes text from outside safe to print to a terminal.</summary>
public static class Printable
{
    /// <summary>The text on one line: runs of white space become one space, and what a terminal would obey is shown
    /// instead: control characters as their pictures (␛), marks of writing direction by number (⟨U+202E⟩).</summary>
    /// <param name="text">Any text, from anywhere.</param>
    public static string Line(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes()) // a lone surrogate comes out as U+FFFD
        {
            if (Rune.IsWhiteSpace(rune))
            {
                gap = true;
                continue;
            }

            if (gap) line.Append(' ');
            gap = false;
            Add(line, rune);
        }

        return gap ? line.Append(' ').ToString() : line.ToString();
    }

    private static void Add(StringBuilder line, Rune rune)
    {
        if (rune.Value < 0x20) line.Append((char)(0x2400 + rune.Value));
        else if (rune.Value == 0x7F) line.Append('\u2421');
        else if (rune.Value is >= 0x80 and < 0xA0) line.Append('\uFFFD');
        else if (Hides(rune.Value)) line.Append(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩");
        else line.Append(rune.ToString());
    }

    /// <summary>Whether a character is a mark of writing direction, ends a line unseen, or hides between letters without
    /// width. The joiners of emoji and of several scripts (U+200C, U+200D) do not count.</summary>
    internal static bool Hides(int rune) =>
        rune is 0x061C or 0x200B or 0x2028 or 0x2029 or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2069) or 0xFEFF;
}
