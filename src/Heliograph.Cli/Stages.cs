using System.Collections.Immutable;
using Heliograph.Actors;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Language;
using Heliograph.Ledger;
using Heliograph.Web;

namespace Heliograph.Cli;

/// <summary>The stages of reading that commands run, as functions, so that a test can put in its own.</summary>
/// <param name="Annotate">A text to its tokens, tags, trees and names. Safe to call from several threads.</param>
/// <param name="Statements">A document to its statements.</param>
/// <param name="Events">A document and its statements to its events.</param>
/// <param name="MultiplyAddsPerWord">How many multiplications with addition annotating one word asks for; null where
/// nobody counted them.</param>
/// <param name="AnnotateTelling">As <paramref name="Annotate"/>, telling how many tokens are done and of how many; null where nothing tells.</param>
internal sealed record Stages(
    Func<string, Document> Annotate,
    Func<Document, ImmutableArray<Attribution>> Statements,
    Func<Document, ImmutableArray<Attribution>, ImmutableArray<Event>> Events,
    double? MultiplyAddsPerWord = null,
    Func<string, Action<int, int>, Document>? AnnotateTelling = null)
{
    /// <summary>Runs every stage on one report. Safe to call from several threads.</summary>
    /// <param name="report">The report.</param>
    /// <param name="register">Who is who; null for the register that ships.</param>
    /// <param name="tell">Told how far it has come; what it throws ends the reading. Null where nobody listens.</param>
    /// <returns>The report as the language layer sees it, and its entries in text order.</returns>
    public (Document Document, ImmutableArray<Entry> Entries) Read(Report report, ActorRegister? register = null, Action<ReadingStep>? tell = null)
    {
        var document = tell is not null && AnnotateTelling is not null
            ? AnnotateTelling(report.Text, (done, of) => tell(new("Words, trees and names", done, of)))
            : Annotate(report.Text);
        tell?.Invoke(new("Who says what", 1, 1));
        var statements = Statements(document);
        tell?.Invoke(new("Who did what to whom", 1, 1));
        return (document, Entries.Of(report, document, statements, Events(document, statements), register));
    }

    /// <summary>The stages as they ship.</summary>
    public static Stages Of(Annotator annotator) =>
        new(annotator.Annotate, Attributions.Find, Extraction.Events.Find, annotator.MultiplyAddsPerWord, annotator.Annotate);
}
