using Heliograph.Ledger;

namespace Heliograph.Web.Pages;

/// <summary>Cuts a passage to what stands near its marked words.</summary>
internal static class Excerpt
{
    /// <summary>The pieces, fit to be shown but for the marked ones, which are as they were; what is left out is told by an ellipsis.</summary>
    /// <param name="passage">A passage in pieces.</param>
    /// <param name="most">How many UTF-16 code units are kept on either side of the words, and of what lies between two of them.</param>
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

    // No cut goes through a pair of surrogates
    private static string Beginning(string text, int length) => Shown.Block(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length));

    private static string End(string text, int length) => Shown.Block(text.AsSpan(char.IsLowSurrogate(text[^length]) ? text.Length - length + 1 : text.Length - length));
}
