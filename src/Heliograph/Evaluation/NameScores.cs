namespace Heliograph.Evaluation;

/// <summary>The scores of names against gold ones: a name is right when both its ends and its type are.</summary>
public sealed record NameScores
{
    /// <summary>Names of persons.</summary>
    public Tally Persons { get; init; }

    /// <summary>Names of organisations.</summary>
    public Tally Organisations { get; init; }

    /// <summary>Names of places.</summary>
    public Tally Locations { get; init; }

    /// <summary>Names with both ends right, whatever their type.</summary>
    public Tally Spans { get; init; }

    /// <summary>Names of every type: the figure that others publish.</summary>
    public Tally Names => Persons + Organisations + Locations;

    /// <summary>Each score with a short name.</summary>
    public IReadOnlyList<(string Metric, Tally Tally)> All =>
        [("PER", Persons), ("ORG", Organisations), ("LOC", Locations), ("Spans", Spans), ("Names", Names)];

    /// <summary>The scores of two sets of texts taken together.</summary>
    public NameScores Add(NameScores other) => new()
    {
        Persons = Persons + other.Persons,
        Organisations = Organisations + other.Organisations,
        Locations = Locations + other.Locations,
        Spans = Spans + other.Spans,
    };
}
