namespace Heliograph.Evaluation;

/// <summary>How well the one marked event of each sentence was found.</summary>
/// <remarks>
/// The gold marks one event a sentence, though its sentences tell more. The first four tallies therefore look at one
/// found event a sentence: the one that shares most with the gold, or, where none shares its words, the first. The
/// "all" tallies count every other event as one that is not there, and so are a lower bound.
/// </remarks>
public sealed record DeedScores
{
    /// <summary>Events whose trigger shares words with the gold's.</summary>
    public Tally Phrase { get; init; }

    /// <summary>Those of the right type.</summary>
    public Tally Type { get; init; }

    /// <summary>Actors that share words with the gold's, in events whose trigger does.</summary>
    public Tally Actor { get; init; }

    /// <summary>Recipients likewise.</summary>
    public Tally Recipient { get; init; }

    /// <summary>Events whose trigger shares words with the gold's, among all that were found.</summary>
    public Tally PhraseOfAll { get; init; }

    /// <summary>Those of the right type, among all.</summary>
    public Tally TypeOfAll { get; init; }

    /// <summary>Each score with a short name.</summary>
    public IReadOnlyList<(string Metric, Tally Tally)> All =>
    [
        ("Event phrase", Phrase), ("Type of the event", Type), ("Actor text", Actor), ("Recipient text", Recipient),
        ("Event phrase, of all", PhraseOfAll), ("Type of the event, of all", TypeOfAll),
    ];

    /// <summary>The scores of two sets of sentences taken together.</summary>
    public DeedScores Add(DeedScores other) => new()
    {
        Phrase = Phrase + other.Phrase,
        Type = Type + other.Type,
        Actor = Actor + other.Actor,
        Recipient = Recipient + other.Recipient,
        PhraseOfAll = PhraseOfAll + other.PhraseOfAll,
        TypeOfAll = TypeOfAll + other.TypeOfAll,
    };
}
