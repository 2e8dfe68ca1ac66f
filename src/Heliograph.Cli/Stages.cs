using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Language;

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
    /// <summary>The stages as they ship.</summary>
    public static Stages Of(Annotator annotator) =>
        new(annotator.Annotate, Attributions.Find, Extraction.Events.Find, annotator.MultiplyAddsPerWord);
}
