using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>Scores names by exact span and type, over characters, so that tokens need not agree with the gold's.</summary>
public static class NameScorer
{
    /// <summary>Scores the names of one document.</summary>
    /// <param name="gold">The gold names of the same text.</param>
    /// <param name="system">The document as annotated.</param>
    public static NameScores Score(GoldNames gold, Document system)
    {
        var found = new List<NamedSpan>();
        foreach (var name in system.Names)
        {
            var span = system.SpanOf(name.Tokens);
            if (!gold.Unlabelled.Any(span.Overlaps)) found.Add(new(span, name.Type));
        }

        return new()
        {
            Persons = Compare(Only(gold.Names, NameType.Person), Only(found, NameType.Person)),
            Organisations = Compare(Only(gold.Names, NameType.Organisation), Only(found, NameType.Organisation)),
            Locations = Compare(Only(gold.Names, NameType.Location), Only(found, NameType.Location)),
            Spans = Compare([.. gold.Names.Select(name => name.Span)], [.. found.Select(name => name.Span)]),
        };
    }

    private static HashSet<TextSpan> Only(IEnumerable<NamedSpan> names, NameType type) =>
        [.. names.Where(name => name.Type == type).Select(name => name.Span)];

    private static Tally Compare(HashSet<TextSpan> gold, HashSet<TextSpan> system) =>
        new(gold.Count, system.Count, gold.Count(system.Contains));
}
