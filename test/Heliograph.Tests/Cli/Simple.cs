using System.Collections.Immutable;
using System.Text;
using Heliograph.Cli;
using Heliograph.Documents;
using Heliograph.Extraction;

namespace Heliograph.Tests.Cli;

/// <summary>Stages so simple that a test knows what they find: words are what spaces part, "said" makes a statement of
/// the word before and the words after it, and "fell" makes an event.</summary>
internal static class Simple
{
    public static Stages Stages { get; } = new(Annotate, Statements, Events);

    public static Document Annotate(string text)
    {
        var tokens = new List<TextSpan>();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i])) i++;
            tokens.Add(new(start, i));
        }

        var all = new TokenSpan(0, tokens.Count);
        var words = tokens.Select(token => token.In(text).ToString()).ToImmutableArray();
        return new()
        {
            Text = text,
            Tokens = [.. tokens],
            Joined = [.. words.Select(_ => false)],
            Sentences = [all],
            Paragraphs = [all],
            Tags = [.. words.Select(_ => PartOfSpeech.Noun)],
            TreebankTags = [.. words.Select(_ => "NN")],
            Lemmas = words,
            Heads = [.. words.Select(_ => 0)],
            Deprels = [.. words.Select((_, i) => i == 0 ? Deprel.Root : Deprel.Dep)],
            Subtypes = [.. words.Select(_ => "")],
            Names = [],
        };
    }

    /// <summary>Runs a command on streams of its own.</summary>
    public static (int Status, string Output, string Errors) Run(Func<Streams, int> command, string input = "")
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var status = command(new(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, errors));
        return (status, Encoding.UTF8.GetString(output.ToArray()), errors.ToString().ReplaceLineEndings("\n"));
    }

    private static ImmutableArray<Attribution> Statements(Document document) =>
    [
        .. Places(document, "said").Where(i => i > 0 && i + 1 < document.Tokens.Length).Select(i => new Attribution
        {
            Source = [document.Tokens[i - 1]],
            SourceHead = i - 1,
            Cue = [document.Tokens[i]],
            CueHead = i,
            Content = [document.SpanOf(new(i + 1, document.Tokens.Length))],
            Manner = Manner.Indirect,
            Act = "say",
            Naming = Naming.Named,
            Rule = "simple",
        }),
    ];

    private static ImmutableArray<Event> Events(Document document, ImmutableArray<Attribution> statements) =>
    [
        .. Places(document, "fell").Where(i => i > 0).Select(i => new Event
        {
            Type = "RETREAT",
            Cameo = "087",
            Trigger = [document.Tokens[i]],
            TriggerHead = i,
            Actors = [new(document.Tokens[i - 1], i - 1)],
            Recipients = [],
            Factuality = Factuality.Happened,
            Rule = "simple",
        }),
    ];

    private static IEnumerable<int> Places(Document document, string word) =>
        Enumerable.Range(0, document.Tokens.Length).Where(i => document.Lemmas[i] == word);
}
