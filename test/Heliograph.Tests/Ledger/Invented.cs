using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;

namespace Heliograph.Tests.Ledger;

/// <summary>An invented report with its tree and findings, all written by hand, to make entries of.</summary>
internal static class Invented
{
    /// <summary>"🚀 Mara Quill said General Arlo Venn denied that Korvan forces had attacked Belmere . Venn resigned ."</summary>
    public static Document Document() => Conllu.Document("""
        🚀        🚀        SYM    4   discourse
        Mara      Mara      PROPN  4   nsubj     B-PER
        Quill     Quill     PROPN  2   flat      I-PER
        said      say       VERB   0   root
        General   general   NOUN   8   nsubj
        Arlo      Arlo      PROPN  5   flat      B-PER
        Venn      Venn      PROPN  5   flat      I-PER
        denied    deny      VERB   4   ccomp
        that      that      SCONJ  13  mark
        Korvan    Korvan    ADJ    11  amod      B-LOC
        forces    force     NOUN   13  nsubj
        had       have      AUX    13  aux
        attacked  attack    VERB   8   ccomp
        Belmere   Belmere   PROPN  13  obj       B-LOC
        .         .         PUNCT  4   punct

        Venn      Venn      PROPN  2   nsubj     B-PER
        resigned  resign    VERB   0   root
        .         .         PUNCT  2   punct
        """);

    public static Report Report(Document document) => new(document.Text)
    {
        Input = "invented.txt",
        Title = "Venn “resigns” — café talks",
        Outlet = "The Korvan Post",
        Published = new(2031, 5, 2),
    };

    public static ImmutableArray<Attribution> Attributions(Document document) =>
    [
        Attribution(document, source: new(1, 3), sourceHead: 1, cue: 3, content: new(4, 14), "say"),
        Attribution(document, source: new(4, 7), sourceHead: 4, cue: 7, content: new(9, 14), "deny"),
    ];

    public static ImmutableArray<Event> Events(Document document) =>
    [
        new()
        {
            Type = "ASSAULT",
            Mode = "heavy-weapons",
            Contexts = ["military"],
            Cameo = "190",
            Trigger = [document.Tokens[12]],
            TriggerHead = 12,
            Actors = [new(document.SpanOf(new(9, 11)), 10)],
            Recipients = [new(document.Tokens[13], 13)],
            Factuality = Factuality.DidNotHappen,
            Killed = new(150, null, document.Tokens[13]),
            Likelihood = document.Tokens[11],
            Rule = "attack.verb",
        },
        new()
        {
            Type = "RETREAT",
            Mode = "resign",
            Cameo = "0831",
            Trigger = [document.Tokens[16]],
            TriggerHead = 16,
            Actors = [new(document.Tokens[15], 15)],
            Recipients = [],
            Factuality = Factuality.Happened,
            Rule = "resign.verb",
        },
    ];

    public static (Report Report, Document Document, ImmutableArray<Entry> Entries) Ledger()
    {
        var document = Document();
        var report = Report(document);
        return (report, document, Entries.Of(report, document, Attributions(document), Events(document)));
    }

    private static Attribution Attribution(
        Document document, TokenSpan source, int sourceHead, int cue, TokenSpan content, string act) => new()
        {
            Source = [document.SpanOf(source)],
            SourceHead = sourceHead,
            Cue = [document.Tokens[cue]],
            CueHead = cue,
            Content = [document.SpanOf(content)],
            Manner = Manner.Indirect,
            Act = act,
            Naming = Naming.Named,
            Rule = "attribution/test",
        };
}
