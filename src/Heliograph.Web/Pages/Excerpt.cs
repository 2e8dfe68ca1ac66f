using Heliograph.Ledger;

namespace Heliograph.Web.Pages;

/// <summary>Cuts a passage to what stands near its marked words.</summary>
internal static class Excerpt
{
    private const int LongestWord = 30; // UTF-16 code units that a cut may lie behind its place, to spare a word

    /// <summary>The pieces, fit to be shown but for the marked ones, which are as they were; what is left out is told by an ellipsis.</summary>
    /// <param name="passage">A passage in pieces.</param>
    /// <param name="most">How many UTF-16 code units are kept about on either side of the words, and of what lies between two of them.</param>
    public static IEnumerable<Piece> Of(IEnumerable<Piece> passage, int most)
    {
        var pieces = passage.ToList();
        for (var i = 0; i < pieces.Count; i++)
        {
            var text = pieces[i].Text;
            if (pieces[i].IsMarked) yield return pieces[i];
            else if (text.Length <= most) yield return new(Shown.Block(text));
            else if (i == 0) yield return new("… " + End(text, most));
            else if (i == pieces.Count - 1) yield return new(Beginning(text, most) + " …");
            else yield return new(Beginning(text, most / 2) + " … " + End(text, most / 2));
        }
    }

    private static string Beginning(string text, int length) => Shown.Block(text.AsSpan(0, Cut(text, length)).TrimEnd());

    private static string End(string text, int length) => Shown.Block(text.AsSpan(Cut(text, text.Length - length)).TrimStart());

    // The end of the word at a place; the place itself where the word is long, but never inside a pair of surrogates
    private static int Cut(string text, int place)
    {
        var space = text.IndexOf(' ', place);
        return space >= 0 && space < place + LongestWord ? space : char.IsLowSurrogate(text[place]) ? place - 1 : place;
    }
}
