using System.Text;
using Heliograph.Documents;

namespace Heliograph.Training;

/// <summary>A treebank document as it might have been found: the same tokens over a text that is less tidy.</summary>
internal sealed class TextAsFound
{
    private const int LongestHeading = 11; // in tokens

    private readonly StringBuilder _text = new();
    private int _lineStart;

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

    /// <summary>The document with flaws of many a text, each by chance.</summary>
    /// <remarks>Curly quotes, lost spaces and final stops, other line breaks, datelines, headings in capitals.</remarks>
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
                CapitalHeadings: random.NextSingle() < 0.1f ? 0.7f : 0,
                Dateline: random.NextSingle() < 0.3f),
            random);
    }

    private static TextAsFound Build(Document document, Disorder disorder, Random random)
    {
        var found = new TextAsFound();
        var opensParagraph = document.Paragraphs.Select(paragraph => paragraph.Start).ToHashSet();
        var dateline = disorder.Dateline && document.Paragraphs.Length > 0
            ? document.Paragraphs[random.Next(Math.Min(3, document.Paragraphs.Length))].Start
            : -1;
        foreach (var sentence in document.Sentences)
        {
            var opens = opensParagraph.Contains(sentence.Start);
            var heading = opens && sentence.Length < LongestHeading && random.NextSingle() < disorder.CapitalHeadings;
            var begins = true;
            if (sentence.Start == dateline)
            {
                found.AddDateline(document, disorder, random);
                begins = found._text.Length == 0;
            }

            for (var i = sentence.Start; i < sentence.End; i++)
            {
                var form = document.Tokens[i].In(document.Text).ToString();
                var isLast = i + 1 == sentence.End && sentence.Length > 2;
                if (isLast && form == "." && random.NextSingle() < disorder.LostStop) continue;
                if (heading) form = form.ToUpperInvariant();
                if (disorder.CurlyQuotes) form = Curl(document, i, form);
                var first = begins && i == sentence.Start;
                if (begins || i > sentence.Start) found.AddGap(document, i, opens && first, first, form.Length, disorder, random);
                else found.AddSpace();
                found.Add(form, document.Joined[i], first);
            }
        }

        found.Text = found._text.ToString();
        return found;
    }

    private void Add(string form, bool joined, bool opensSentence)
    {
        Joined.Add(joined);
        OpensSentence.Add(opensSentence);
        Tokens.Add(new(_text.Length, _text.Length + form.Length));
        _text.Append(form);
    }

    private void AddSpace()
    {
        OpensParagraph.Add(false);
        _text.Append(' ');
    }

    // "VELLMAR, Orvane — " before the first sentence of a paragraph, from names that the document holds.
    private void AddDateline(Document document, Disorder disorder, Random random)
    {
        var names = Enumerable.Range(0, document.Tokens.Length).Where(i => document.Tags[i] == PartOfSpeech.Propn &&
            char.IsUpper(document[i].Text[0]) && !document[i].Text.ContainsAnyInRange('!', '@')).ToList();
        if (names.Count == 0) return;
        OpensParagraph.Add(_text.Length == 0 || !disorder.SingleBreaks);
        if (_text.Length > 0) _text.Append(disorder.SingleBreaks ? "\n" : "\n\n");
        Add(Name().ToUpperInvariant(), false, true);
        if (random.NextSingle() < 0.3f) AddMore(Name().ToUpperInvariant(), space: true);
        if (random.NextSingle() < 0.5f)
        {
            AddMore(",", space: false);
            AddMore(Name(), space: true);
        }

        if (random.NextSingle() < 0.3f)
        {
            AddMore("(", space: true);
            AddMore(Name(), space: false);
            AddMore(")", space: false);
        }

        var sign = random.Next(5) switch { 0 => ":", 1 => "-", 2 => "–", 3 => "--", _ => "—" };
        AddMore(sign, space: sign != ":");

        string Name() => document[names[random.Next(names.Count)]].Text.ToString();

        void AddMore(string form, bool space)
        {
            if (space) _text.Append(' ');
            OpensParagraph.Add(false);
            Add(form, false, false);
        }
    }

    private void AddGap(
        Document document, int i, bool paragraph, bool sentence, int length, Disorder disorder, Random random)
    {
        var broken = paragraph && !(disorder.SingleBreaks && i > 0);
        OpensParagraph.Add(broken);
        if (_text.Length == 0) return;
        if (paragraph)
        {
            _text.Append(broken ? "\n\n" : "\n");
            _lineStart = _text.Length;
            return;
        }

        if (document.Tokens[i - 1].End == document.Tokens[i].Start) return;
        var capital = sentence && char.IsUpper(document.Text[document.Tokens[i].Start]);
        if (capital && random.NextSingle() < disorder.LostSpace) return;
        var full = disorder.LineWidth > 0 && _text.Length - _lineStart + 1 + length > disorder.LineWidth;
        _text.Append(full ? '\n' : ' ');
        if (full) _lineStart = _text.Length;
    }

    private static string Curl(Document document, int i, string form)
    {
        if (form is not ("'" or "\"" or "''")) return form.Replace('\'', '’');
        var opens = i + 1 < document.Tokens.Length && document.Tokens[i + 1].Start == document.Tokens[i].End &&
            (i == 0 || document.Tokens[i - 1].End < document.Tokens[i].Start);
        return form == "'" ? opens ? "‘" : "’" : opens ? "“" : "”";
    }

    /// <summary>What is out of order in a text; the numbers are chances from 0 to 1, and a width in characters.</summary>
    private readonly record struct Disorder(
        bool CurlyQuotes,
        float LostSpace,
        float LostStop,
        int LineWidth,
        bool SingleBreaks,
        float CapitalHeadings,
        bool Dateline);
}
