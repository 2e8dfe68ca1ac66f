using System.Globalization;

namespace Heliograph.Store;

/// <summary>Which actor is which other one, as people said.</summary>
/// <remarks>Of what was said about one actor the last thing holds. No circle can be said; where an older ledger has one, what was said first holds.</remarks>
internal sealed class ActorMerges(Connection home)
{
    private readonly record struct Step(string Actor, long Number);

    /// <summary>The actor that this one was merged into, however many times over; itself where it was not.</summary>
    public string Into(string actor)
    {
        var (steps, end) = Follow(actor);
        var circle = steps.FindIndex(step => step.Actor == end);
        return circle < 0 ? end : steps[circle..].MaxBy(step => step.Number).Actor;
    }

    /// <summary>The numbers of the entries of a report that stand under an actor which was merged into another.</summary>
    /// <param name="report">The report's whole id.</param>
    public IReadOnlyList<long> Unmerged(string report)
    {
        const string Merged = "FROM correction WHERE report IS NULL AND kind = 'actor' AND undone = 0";
        return home.Number($"SELECT 1 {Merged} LIMIT 1") is null ? [] : home.Rows(
            $"""
            SELECT DISTINCT party.entry FROM report JOIN entry ON entry.report = report.number JOIN party ON party.entry = entry.number
            WHERE report.id = @report AND {home.Unindexed("party.actor")} IN (SELECT anchor {Merged})
            """,
            row => row.GetInt64(0), ("report", report));
    }

    /// <summary>Every actor that entries of this one may stand under: what it is, was and would be.</summary>
    public IReadOnlySet<string> Around(string actor)
    {
        var said = home.Rows("SELECT DISTINCT value FROM correction WHERE report IS NULL AND kind = 'actor' AND anchor = @actor AND value IS NOT NULL", row => row.GetString(0), ("actor", actor));
        return said.SelectMany(into => (string[])[into, Into(into)]).Append(actor).Append(Into(actor)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Refuses that an actor becomes one that is, by way of others or not, itself.</summary>
    /// <exception cref="LedgerException">It would.</exception>
    public void Refuse(string actor, string into)
    {
        if (actor == into) throw Wrong($"found that {actor} is to be itself, expected another actor. Choose one.");
        var (steps, end) = Follow(into);
        if (steps.FindIndex(step => step.Actor == actor) < 0 && end != actor) return;
        throw Wrong(string.Create(
            CultureInfo.InvariantCulture, $"found that {into} is {actor} already (correction {steps[0].Number}), expected an actor apart from it. Take that correction back first, or choose another actor."));
    }

    /// <summary>Refuses what made an actor, by way of others, itself.</summary>
    /// <param name="actor">An actor.</param>
    /// <param name="number">The correction whose taking back would do that.</param>
    /// <exception cref="LedgerException">It did.</exception>
    public void RefuseCircle(string actor, long number)
    {
        var (steps, end) = Follow(actor);
        if (steps.FindIndex(step => step.Actor == end) < 0) return;
        throw Wrong(string.Create(
            CultureInfo.InvariantCulture, $"found that without correction {number} actors would be one another in a circle, expected that each is one. Take correction {steps.Max(step => step.Number)} back first."));
    }

    // Each actor on the way and the correction that leads on from it; where the way ends, or comes back to
    private (List<Step> Steps, string End) Follow(string actor)
    {
        var steps = new List<Step>();
        while (steps.FindIndex(step => step.Actor == actor) < 0)
        {
            var last = home.Rows(
                "SELECT verb, value, number FROM correction WHERE report IS NULL AND kind = 'actor' AND anchor = @actor AND undone = 0 ORDER BY number DESC LIMIT 1",
                row => (Verb: row.GetString(0), Value: row.IsDBNull(1) ? null : row.GetString(1), Number: row.GetInt64(2)), ("actor", actor));
            if (last is not [("merge", { } into, var number)]) break;
            steps.Add(new(actor, number));
            actor = into;
        }

        return (steps, actor);
    }

    private static LedgerException Wrong(string message) => new(message) { IsOfQuestion = true };
}
