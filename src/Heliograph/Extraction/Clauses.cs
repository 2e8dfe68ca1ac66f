using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds every clause with a verb, and how it stands to the world in the eyes of its voice.</summary>
/// <remarks>
/// A clause is headed by a verb, or by a predicate with a copula. The factuality of events comes from the same rules
/// (<see cref="FactualityOf"/>). Participles that describe ("a <c>burning</c> house") are clauses; nouns are not, but
/// <see cref="At(Document, int, ImmutableArray{Attribution})"/> takes any token.
/// </remarks>
public static class Clauses
{
    /// <summary>Every clause, in text order of its head.</summary>
    public static ImmutableArray<ClauseFinding> Find(Document document) => Find(document, Attributions.Find(document));

    /// <summary>Every clause, in text order of its head.</summary>
    /// <param name="document">A parsed document.</param>
    /// <param name="attributions">Its statements; a clause inside one is told relative to that voice.</param>
    public static ImmutableArray<ClauseFinding> Find(Document document, ImmutableArray<Attribution> attributions)
    {
        var (syntax, statements) = (new Syntax(document), new StatementsByToken(document, attributions));
        var found = ImmutableArray.CreateBuilder<ClauseFinding>();
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            if (IsPredicate(syntax, i)) found.Add(At(syntax, i, statements));
        }

        return found.ToImmutable();
    }

    /// <summary>How the clause or nominal that a token heads stands to the world.</summary>
    /// <param name="document">A parsed document.</param>
    /// <param name="token">The head of a clause, or a noun that tells of a deed.</param>
    /// <param name="attributions">The document's statements.</param>
    public static ClauseFinding At(Document document, int token, ImmutableArray<Attribution> attributions) =>
        At(new Syntax(document), token, new StatementsByToken(document, attributions));

    private static ClauseFinding At(Syntax syntax, int token, StatementsByToken statements)
    {
        var (factuality, likelihood) = FactualityOf.Trigger(syntax, token, statements);
        return new(token, factuality, FactualityModel.Score(FactualityFeatures.Of(syntax, token, factuality), syntax.Document.Model), likelihood);
    }

    private static bool IsPredicate(Syntax syntax, int token) =>
        syntax.Tag(token) == PartOfSpeech.Verb || syntax.Child(token, Deprel.Cop) >= 0;
}
