using System.Globalization;

namespace Heliograph.Documents;

/// <summary>Writes documents as CoNLL-U, the format of the Universal Dependencies treebanks.</summary>
/// <remarks>
/// <see cref="ConlluReader"/> reads the result back: the same tokens, sentences, paragraphs, annotation and names, over
/// a text in which white space became one space, or a blank line between paragraphs. MISC holds
/// <c>SpaceAfter=No</c>, <c>Span=start:end</c> (unit: Unicode code points of <see cref="Document.Text"/>) and
/// <c>Name=B-PER</c>, <c>I-PER</c>, … . Lines end in <c>\n</c>.
/// </remarks>
public static class ConlluWriter
{
    private static readonly string[] Tags = [.. Enum.GetNames<PartOfSpeech>().Select(name => name.ToUpperInvariant())];
#pragma warning disable CA1308 // relations are written in small letters
    private static readonly string[] Deprels = [.. Enum.GetNames<Deprel>().Select(name => name.ToLowerInvariant())];
#pragma warning restore CA1308
    private static readonly string[] NameTypes = ["PER", "ORG", "LOC"];

    /// <summary>Writes one document.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="output">Where to.</param>
    /// <param name="id">The document's name, for <c># newdoc id</c> and the beginning of each <c># sent_id</c>; may be
    /// empty. A line break in it is written as a space.</param>
    public static void Write(Document document, TextWriter output, string id = "")
    {
        id = id.ReplaceLineEndings(" ");
        output.Write(id.Length > 0 ? $"# newdoc id = {id}\n" : "# newdoc\n");
        var codePoints = new CodePoints(document.Text);
        var (paragraph, name) = (0, 0);
        for (var i = 0; i < document.Sentences.Length; i++)
        {
            var sentence = document.Sentences[i];
            if (paragraph < document.Paragraphs.Length && document.Paragraphs[paragraph].Start <= sentence.Start)
            {
                output.Write("# newpar\n");
                paragraph++;
            }

            output.Write(string.Create(
                CultureInfo.InvariantCulture, $"# sent_id = {id}{(id.Length > 0 ? "-" : "")}{i + 1}\n# text = "));
            WriteText(document, sentence, output);
            output.Write('\n');
            for (var token = sentence.Start; token < sentence.End; token++)
            {
                while (name < document.Names.Length && document.Names[name].Tokens.End <= token) name++;
                if (OpensMultiword(document, token)) WriteMultiword(document, sentence, token, codePoints, output);
                WriteWord(document, sentence, token, codePoints, output);
                WriteName(document, token, name, output);
                output.Write('\n');
            }

            output.Write('\n');
        }
    }

    private static void WriteText(Document document, TokenSpan sentence, TextWriter output)
    {
        for (var token = sentence.Start; token < sentence.End; token++)
        {
            output.Write(document.Tokens[token].In(document.Text));
            if (token + 1 < sentence.End && SpaceAfter(document, token)) output.Write(' ');
        }
    }

    private static bool OpensMultiword(Document document, int token) => !document.Joined[token] && IsContinued(document, token);

    private static void WriteMultiword(
        Document document, TokenSpan sentence, int first, CodePoints codePoints, TextWriter output)
    {
        var last = first;
        while (IsContinued(document, last)) last++;
        var span = document.Tokens[first].Cover(document.Tokens[last]);
        WriteNumber(first - sentence.Start + 1, output);
        output.Write('-');
        WriteNumber(last - sentence.Start + 1, output);
        output.Write('\t');
        output.Write(span.In(document.Text));
        output.Write("\t_\t_\t_\t_\t_\t_\t_\t");
        if (!SpaceAfter(document, last)) output.Write("SpaceAfter=No|");
        WriteSpan(span, codePoints, output);
        output.Write('\n');
    }

    private static void WriteWord(
        Document document, TokenSpan sentence, int token, CodePoints codePoints, TextWriter output)
    {
        WriteNumber(token - sentence.Start + 1, output);
        output.Write('\t');
        output.Write(document.Tokens[token].In(document.Text));
        output.Write('\t');
        output.Write(OrNothing(document.Lemmas[token]));
        output.Write('\t');
        output.Write(Tags[(int)document.Tags[token]]);
        output.Write('\t');
        output.Write(OrNothing(document.TreebankTags[token]));
        output.Write("\t_\t");
        var head = document.Heads[token];
        WriteNumber(head == token ? 0 : head - sentence.Start + 1, output);
        output.Write('\t');
        output.Write(Deprels[(int)document.Deprels[token]]);
        if (document.Subtypes[token].Length > 0)
        {
            output.Write(':');
            output.Write(document.Subtypes[token]);
        }

        output.Write("\t_\t");
        var inMultiword = document.Joined[token] || IsContinued(document, token);
        if (!inMultiword && !SpaceAfter(document, token)) output.Write("SpaceAfter=No|");
        WriteSpan(document.Tokens[token], codePoints, output);
    }

    private static void WriteName(Document document, int token, int name, TextWriter output)
    {
        if (name >= document.Names.Length || !document.Names[name].Tokens.Contains(token)) return;
        output.Write(document.Names[name].Tokens.Start == token ? "|Name=B-" : "|Name=I-");
        output.Write(NameTypes[(int)document.Names[name].Type]);
    }

    private static void WriteSpan(TextSpan span, CodePoints codePoints, TextWriter output)
    {
        output.Write("Span=");
        WriteNumber(codePoints.FromCodeUnits(span.Start), output);
        output.Write(':');
        WriteNumber(codePoints.FromCodeUnits(span.End), output);
    }

    private static void WriteNumber(int number, TextWriter output)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        output.Write(digits[..length]);
    }

    private static bool IsContinued(Document document, int token) =>
        token + 1 < document.Joined.Length && document.Joined[token + 1];

    private static bool SpaceAfter(Document document, int token) =>
        token + 1 == document.Tokens.Length || document.Tokens[token + 1].Start > document.Tokens[token].End;

    private static string OrNothing(string cell) => cell.Length > 0 ? cell : "_";
}
