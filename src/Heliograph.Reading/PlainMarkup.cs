using System.Buffers;
using System.Text;

namespace Heliograph.Reading;

/// <summary>Writes a page anew for the parser: its tags and words, nothing else, and none of them without bound.</summary>
/// <remarks>
/// The parser takes time with the square of the comments, falls over its own recursion in some (<c>--!--!--!</c>), and holds each long
/// value several times. So what no reader sees goes before it: comments, scripts, styles, frames, and what is too long of an attribute. A
/// <c>&lt;</c> that begins no tag is escaped. Facts in JSON-LD stay, up to a bound. Time and memory: linear in the page, whatever it holds.
/// </remarks>
internal sealed class PlainMarkup
{
    private const int LongestValue = 1_024;    // of an attribute, a name in a tag, or a title. Unit of all of these: UTF-16 code units
    private const int LongestFacts = 500_000;  // of all JSON-LD together
    private const int Longest = 4_000_000;     // of what is written; of news pages it is a fiftieth

    // Elements whose content is text, by what becomes of it: it is left out, but for these three
    private static readonly string[] Raw = ["script", "title", "xmp", "style", "textarea", "iframe", "noembed", "noframes"];

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \n\r\t\f=");

    private readonly string _markup;
    private readonly StringBuilder _plain;
    private readonly bool[] _isEndless = new bool[Raw.Length]; // no end of it stands in the rest of the page
    private int _facts;
    private int _foreign; // how many SVG and MathML elements are open: in them script and style are elements like others

    private PlainMarkup(string markup) => (_markup, _plain) = (markup, new(Math.Min(markup.Length, Longest)));

    /// <summary>The page in plain markup, and whether its end is left out because it is too long.</summary>
    public static (string Markup, bool IsCut) Of(string markup)
    {
        var plain = new PlainMarkup(markup);
        var isCut = plain.Write();
        return (plain._plain.ToString(), isCut);
    }

    private bool Write()
    {
        var tags = new HtmlTags(_markup);
        var words = 0;
        while (tags.MoveNext())
        {
            AddWords(_markup.AsSpan(words, tags.Start - words));
            Add(ref tags);
            words = tags.End;
            if (_plain.Length > Longest) return true;
        }

        AddWords(_markup.AsSpan(words));
        return _plain.Length > Longest;
    }

    private void Add(ref HtmlTags tags)
    {
        if (tags.IsComment)
        {
            if (tags.Tag.StartsWith("!doctype", StringComparison.OrdinalIgnoreCase)) _plain.Append("<!doctype html>");
            return;
        }

        if (Is(tags, "svg") || Is(tags, "math")) _foreign = Math.Max(0, _foreign + (tags.IsEnd ? -1 : tags.ClosesItself ? 0 : 1));
        if (_foreign > 0 || tags.IsEnd || !TryTake(ref tags, out var content)) AddTag(tags);
        else if (Is(tags, "script")) AddFacts(tags.Tag, content);
        else if (Is(tags, "title")) AddElement("title", content[..Math.Min(content.Length, LongestValue)]);
        else if (Is(tags, "xmp")) AddElement("pre", content);
    }

    private static bool Is(in HtmlTags tags, string name) => tags.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    // The content of an element whose content is text; the tags stand before its end tag then. One that does not end is left to the parser
    private bool TryTake(ref HtmlTags tags, out ReadOnlySpan<char> content)
    {
        content = [];
        for (var i = 0; i < Raw.Length; i++)
        {
            if (!Is(tags, Raw[i]) || _isEndless[i]) continue;
            var ahead = tags;
            ahead.SkipText(Raw[i]);
            _isEndless[i] = ahead.End == _markup.Length;
            if (_isEndless[i]) return false;
            content = _markup.AsSpan(tags.End, ahead.End - tags.End);
            tags = ahead;
            return true;
        }

        return false;
    }

    // As far as they fit, and one more
    private void AddWords(ReadOnlySpan<char> words)
    {
        words = words[..Math.Clamp(Longest + 1 - _plain.Length, 0, words.Length)];
        while (words.IndexOf('<') is >= 0 and var at)
        {
            _plain.Append(words[..at]).Append("&lt;");
            words = words[(at + 1)..];
        }

        _plain.Append(words);
    }

    private void AddTag(in HtmlTags tags)
    {
        if (tags.Tag.Length == _markup.Length - tags.Start - (tags.IsEnd ? 2 : 1)) return; // cut off by the page's end: the parser drops it
        _plain.Append(tags.IsEnd ? "</" : "<");
        if (tags.Tag.Length <= LongestValue) _plain.Append(tags.Tag);
        else AddShortened(tags.Tag);
        _plain.Append('>');
    }

    // Each name and value in turn, as far as it is not too long; white space between them once
    private void AddShortened(ReadOnlySpan<char> tag)
    {
        var isValue = false;
        while (!tag.IsEmpty)
        {
            if (HtmlTags.IsSpace(tag[0]))
            {
                _plain.Append(' ');
                tag = tag.TrimStart(" \n\r\t\f");
                continue;
            }

            var quote = isValue && tag[0] is '"' or '\'' ? tag[0] : '\0';
            if (quote != '\0')
            {
                tag = tag[1..];
                var close = tag.IndexOf(quote) is >= 0 and var at ? at : tag.Length;
                _plain.Append(quote).Append(tag[..Math.Min(close, LongestValue)]).Append(quote);
                tag = tag[Math.Min(tag.Length, close + 1)..];
                isValue = false;
                continue;
            }

            var end = tag[1..].IndexOfAny(NameEnds) is >= 0 and var next ? next + 1 : tag.Length;
            if (tag[0] == '=') end = 1;
            _plain.Append(tag[..Math.Min(end, LongestValue)]);
            isValue = tag[0] == '=';
            tag = tag[end..];
        }
    }

    private void AddFacts(ReadOnlySpan<char> tag, ReadOnlySpan<char> facts)
    {
        if (!tag.Contains("ld+json", StringComparison.OrdinalIgnoreCase) || facts.Length > LongestFacts - _facts) return;
        if (facts.Contains("<!--", StringComparison.Ordinal)) return; // the parser would look for its end elsewhere
        _facts += facts.Length;
        _plain.Append("<script type=\"application/ld+json\">").Append(facts).Append("</script>");
    }

    private void AddElement(string name, ReadOnlySpan<char> content)
    {
        _plain.Append('<').Append(name).Append('>');
        AddWords(content);
        _plain.Append("</").Append(name).Append('>');
    }
}
