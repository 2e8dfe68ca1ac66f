using System.Globalization;
using System.Text;
using Heliograph.Ledger;

namespace Heliograph.Web.Pages;

/// <summary>Makes text from outside fit to stand in a page: what would steer it unseen is shown, and nothing grows without end.</summary>
/// <remarks>Encoding for HTML is left to the components, which encode every text.</remarks>
public static class Shown
{
    private const int MostAccents = 8; // more than any script stacks; ours, generous

    /// <summary>A text on one line, cut behind so many characters.</summary>
    /// <param name="text">Any text, from anywhere; null for none.</param>
    /// <param name="most">How many code points are shown at most.</param>
    public static string Line(string? text, int most = 300)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var cut = text.Length > most * 4 ? text.AsSpan(0, most * 4) : text; // no code point has more than two units, few texts are all space
        var line = Accents(Printable.Line(cut)).Trim();
        var runes = 0;
        for (var i = 0; i < line.Length; i += char.IsSurrogatePair(line, i) ? 2 : 1)
        {
            if (++runes > most) return string.Concat(line.AsSpan(0, i), "…");
        }

        return cut.Length < text.Length ? line + "…" : line;
    }

    /// <summary>A stretch of a text with its line feeds.</summary>
    public static string Block(ReadOnlySpan<char> text)
    {
        var block = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n'))
        {
            if (line.Start.Value > 0) block.Append('\n');
            block.Append(Printable.Line(text[line]));
        }

        return Accents(block.ToString());
    }

    // A tower of marks on one letter would cover the page; how many are left out is told in their place
    private static string Accents(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var kept = new StringBuilder(text.Length);
        var (run, left) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            run = isMark ? run + 1 : 0;
            if (run > MostAccents)
            {
                left++;
                continue;
            }

            End();
            kept.Append(rune.ToString());
        }

        End();
        return kept.ToString();

        void End()
        {
            if (left > 0) kept.Append(CultureInfo.InvariantCulture, $"⟨{left} more marks⟩");
            left = 0;
        }
    }
}
