using System.Text;
using Heliograph.Documents;

namespace Heliograph.Training;

/// <summary>A treebank document as it might have been found: the same tokens over a text that is less tidy.</summary>
internal sealed class TextAsFound
{
    private readonly StringBuilder _text = new();

    private TextAsFound() { }

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where each token lies in it.</summary>
    public List<TextSpan> Tokens { get; } = [];

    /// <summary>Whether each continues a multiword token.</summary>
    public List<bool> Joined { get; } = [];

    /// <summary>Whether each is the first of a paragraph.</summary>
    public List<bool> OpensParagraph { get; } = [];

    /// <summary>Whether each is the first of a sentence.</summary>
    public List<bool> OpensSentence { get; } = [];

    /// <summary>The document as the treebank has it.</summary>
    public static TextAsFound Tidy(Document document) => Build(document, default, new(0));

    /// <summary>The document with curly quotes, lost spaces and stops, other line breaks, or other capitals; each by chance.</summary>
    public static TextAsFound Vary(Document document, Random random)
    {
        var layout = random.NextSingle();
        return Build(
            document,
            new(
                CurlyQuotes: random.NextSingle() < 0.4f,
                LostSpace: random.NextSingle() < 0.25f ? 0.15f : 0,
                LostStop: random.NextSingle() < 0.15f ? 0.15f : 0,
                LineWidth: layout < 0.2f ? random.Next(55, 85) : 0,
                SingleBreaks: layout > 0.8f,
                CapitalHeadings: random.NextSingle() < 0.1f ? 0.7f : 0),
            random);
    }

    private static TextAsFound Build(Document document, Disorder disorder, Random random)
    {
        var found = new TextAsFound();
        var opensParagraph = document.Paragraphs.Select(paragraph => paragraph.Start).ToHashSet();
        foreach (var sentence in document.Sentences)
        {
            var heading = sentence.Length < 12 && opensParagraph.Contains(sentence.Start) && random.NextSingle() < disorder.CapitalHeadings;
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                var form = document.Tokens[i].In(document.Text).ToString();
                var isLast = i + 1 == sentence.End && sentence.Length > 2;
                if (isLast && form == "." && random.NextSingle() < disorder.LostStop) continue;
                if (heading) form = form.ToUpperInvariant();
                if (disorder.CurlyQuotes) form = Curl(document, i, form);
                found.AddGap(document, i, opensParagraph.Contains(i), i == sentence.Start, disorder, random, form.Length);
                found.Joined.Add(document.Joined[i]);
                found.OpensSentence.Add(i == sentence.Start);
                found.Tokens.Add(new(found._text.Length, found._text.Length + form.Length));
                found._text.Append(form);
            }
        }

        found.Text = found._text.ToString();
        return found;
    }

    private void AddGap(Document document, int i, bool paragraph, bool sentence, Disorder disorder, Random random, int length)
    {
        var broken = paragraph && !(disorder.SingleBreaks && i > 0);
        OpensParagraph.Add(broken);
        if (_text.Length == 0) return;
        if (paragraph) _text.Append(broken ? "\n\n" : "\n");
        else if (i > 0 && document.Tokens[i - 1].End < document.Tokens[i].Start)
        {
            var line = _text.Length - _text.ToString(Math.Max(0, _text.Length - 100), Math.Min(100, _text.Length)).LastIndexOf('\n') - Math.Max(0, _text.Length - 100);
            if (sentence && char.IsUpper(document.Text[document.Tokens[i].Start]) && random.NextSingle() < disorder.LostSpace) return;
            _text.Append(disorder.LineWidth > 0 && line + length > disorder.LineWidth ? '\n' : ' ');
        }
    }

    private static string Curl(Document document, int i, string form)
    {
        if (form is "'" or "\"" or "''")
        {
            var opens = i + 1 < document.Tokens.Length && document.Tokens[i + 1].Start == document.Tokens[i].End &&
                (i == 0 || document.Tokens[i - 1].End < document.Tokens[i].Start);
            return form == "'" ? opens ? "‘" : "’" : opens ? "“" : "”";
        }

        return form.Replace('\'', '’');
    }

    /// <summary>What is out of order in a text; the numbers are chances from 0 to 1, and a width in characters.</summary>
    private readonly record struct Disorder(
        bool CurlyQuotes, float LostSpace, float LostStop, int LineWidth, bool SingleBreaks, float CapitalHeadings);
}
