using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Reads single quotation marks: what kind they are and which way they face.</summary>
internal static class QuotationMark
{
    /// <summary>Marks that pair with each other.</summary>
    public enum Family : byte { None, Double, Single, Angle, Low }

    /// <summary>Which way a mark faces.</summary>
    public enum Kind : byte { None, Opens, Closes }

    /// <summary>Whether a token begins with a mark that can open a quotation.</summary>
    public static bool Opens(Document document, int token) => At(document, token, Family.None).Kind == Kind.Opens;

    /// <summary>Whether a token is nothing but a quotation mark.</summary>
    public static bool Is(Document document, int token)
    {
        var text = document[token].Text;
        foreach (var c in text)
        {
            if (FamilyOf(c) == Family.None && c != '`') return false;
        }

        return text.Length is > 0 and < 3;
    }

    /// <summary>The mark that a token holds, if it does, given the family of the quotation that is open.</summary>
    /// <remarks>A straight or doubled mark faces the way its neighbours say; where they say nothing, it closes what is open.</remarks>
    public static (Kind Kind, Family Family) At(Document document, int token, Family open)
    {
        var span = document.Tokens[token];
        var text = document.Text;
        for (var i = span.Start; i < span.End; i++)
        {
            var c = text[i];
            var family = FamilyOf(c);
            if (family == Family.None && c != '`') continue;
            var width = c is '\'' or '`' or '’' && i + 1 < span.End && text[i + 1] == c ? 2 : 1;
            if (width == 2) family = Family.Double;
            if (c == '`') return (Kind.Opens, width == 2 ? Family.Double : Family.Single);
            if (family == Family.Single && InsideWord(text, i)) continue;
            return c switch
            {
                '“' => open == Family.Low ? (Kind.Closes, Family.Low) : (Kind.Opens, Family.Double),
                '”' => (Kind.Closes, open == Family.Low ? Family.Low : Family.Double),
                '„' or '‚' => (Kind.Opens, Family.Low),
                '«' or '‹' => (Kind.Opens, Family.Angle),
                '»' or '›' => (Kind.Closes, Family.Angle),
                '‘' => (Kind.Opens, Family.Single),
                '’' when width == 1 => (Closes(text, i, 1) ? Kind.Closes : Kind.None, Family.Single),
                _ => (Facing(text, i, width, open == family), family),
            };
        }

        return (Kind.None, Family.None);
    }

    private static Family FamilyOf(char c) => c switch
    {
        '"' or '“' or '”' or '‟' or '＂' => Family.Double,
        '\'' or '‘' or '’' => Family.Single,
        '«' or '»' or '‹' or '›' => Family.Angle,
        '„' or '‚' => Family.Low,
        _ => Family.None,
    };

    private static bool InsideWord(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);

    private static Kind Facing(string text, int i, int width, bool isOpen)
    {
        var (opens, closes) = (Before(text, i) && !After(text, i + width), Closes(text, i, width));
        if (opens == closes) return isOpen ? Kind.Closes : Kind.Opens;
        return opens ? Kind.Opens : Kind.Closes;
    }

    private static bool Closes(string text, int i, int width) => !Before(text, i) && After(text, i + width);

    private static bool Before(string text, int i) => // nothing of a word stands before the mark
        i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '—' or '–' or '“' or '"' or '‘';

    private static bool After(string text, int i) => // nothing of a word stands after the mark
        i >= text.Length || char.IsWhiteSpace(text[i]) || text[i] is ',' or '.' or ';' or ':' or '?' or '!' or ')' or ']' or '—' or '–' or '”' or '"' or '’';
}
