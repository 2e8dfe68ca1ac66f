using System.Collections.Immutable;
using Heliograph.Actors;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Language;
using Heliograph.Ledger;

namespace Heliograph.Cli;

/// <summary>The stages of reading that commands run, as functions, so that a test can put in its own.</summary>
/// <param name="Annotate">A text to its tokens, tags, trees and names. Safe to call from several threads.</param>
/// <param name="Statements">A document to its statements.</param>
/// <param name="Events">A document and its statements to its events.</param>
/// <param name="MultiplyAddsPerWord">How many multiplications with addition annotating one word asks for; null where
/// nobody counted them.</param>
internal sealed record Stages(
    Func<string, Document> Annotate,
    Func<Document, ImmutableArray<Attribution>> Statements,
    Func<Document, ImmutableArray<Attribution>, ImmutableArray<Event>> Events,
    double? MultiplyAddsPerWord = null)
{
    /// <summary>Runs every stage on one report. Safe to call from several threads.</summary>
    /// <param name="report">The report.</param>
    /// <param name="register">Who is who; null for the register that ships.</param>
    /// <returns>The report as the language layer sees it, and its entries in text order.</returns>
    public (Document Document, ImmutableArray<Entry> Entries) Read(Report report, ActorRegister? register = null)
    {
        var document = Annotate(report.Text);
        var statements = Statements(document);
        return (document, Entries.Of(report, document, statements, Events(document, statements), register));
    }

    /// <summary>The stages as they ship.</summary>
    public static Stages Of(Annotator annotator) =>
        new(annotator.Annotate, Attributions.Find, Extraction.Events.Find, annotator.MultiplyAddsPerWord);
}
