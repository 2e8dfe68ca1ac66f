using System.Text;
using AngleSharp.Dom;

namespace Heliograph.Reading;

/// <summary>Turns elements into text: a blank line between blocks, a line break for <c>br</c>, else single spaces.</summary>
internal static class HtmlText
{
    /// <summary>The text of an element and everything in it that a reader would see.</summary>
    public static string Of(IElement element)
    {
        var writing = new Writing();
        writing.Add(element);
        return writing.Text.ToString();
    }

    private sealed class Writing
    {
        private string _gap = "";

        public StringBuilder Text { get; } = new();

        public void Add(INode node) // no deeper than the page, whose depth is bounded
        {
            if (node is IText text) AddWords(text.Data);
            if (node is not IElement element) return;
            if (element.LocalName == "br") Break("\n");
            if (IsHidden(element.LocalName)) return;
            var isBlock = !IsInline(element.LocalName);
            if (isBlock) Break("\n\n");
            foreach (var child in element.ChildNodes) Add(child);
            if (isBlock) Break("\n\n");
        }

        private void AddWords(string words)
        {
            foreach (var c in words)
            {
                if (c is ' ' or '\n' or '\r' or '\t' or '\f') Break(" ");
                else
                {
                    if (Text.Length > 0) Text.Append(_gap);
                    _gap = "";
                    Text.Append(c);
                }
            }
        }

        private void Break(string gap)
        {
            if (gap == "\n" && _gap == "\n") _gap = "\n\n"; // two br make a paragraph, as many pages have it
            else if (gap.Length > _gap.Length || gap == "\n") _gap = _gap == "\n\n" ? _gap : gap;
        }
    }

    private static bool IsHidden(string name) =>
        name is "script" or "style" or "noscript" or "template" or "svg" or "math" or "nav" or "form" or "iframe" or "title" or "head";

    private static bool IsInline(string name) => Inline.Contains(name);

    private static readonly HashSet<string> Inline = [.. Lexicon.Rows("InlineElements.tsv", columns: 1).Select(row => row[0])];
}
