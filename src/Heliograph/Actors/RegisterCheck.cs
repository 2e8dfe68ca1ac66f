using System.Globalization;

namespace Heliograph.Actors;

/// <summary>Finds what is wrong between the rows of a register.</summary>
public static class RegisterCheck
{
    /// <summary>Every problem: ids given twice, references to nobody, dates out of order or in the future, two holders of
    /// one office, and names that two actors bear without a question mark.</summary>
    /// <param name="register">The register.</param>
    /// <param name="asOf">The day after which nothing can be known yet; null to let every date pass.</param>
    /// <returns>The problems by file and line; empty where there are none.</returns>
    public static IReadOnlyList<RegisterProblem> Find(ActorRegister register, DateOnly? asOf = null) =>
    [
        .. register.Rows.Duplicates
            .Concat(References(register)).Concat(Dates(register, asOf)).Concat(Overlaps(register)).Concat(Clashes(register))
            .OrderBy(problem => problem.Place.File, StringComparer.Ordinal).ThenBy(problem => problem.Place.Line),
    ];

    /// <summary>References to actors, offices and states that the register does not have.</summary>
    public static IEnumerable<RegisterProblem> References(ActorRegister register)
    {
        foreach (var actor in register.Actors)
        {
            foreach (var parent in actor.Parents)
            {
                if (!register.TryFind(parent.Parent, out _)) yield return Unknown(actor.Place, "parent", parent.Parent);
            }

            foreach (var country in actor.Countries)
            {
                if (!IsState(country)) yield return Unknown(actor.Place, "country", country);
            }
        }

        foreach (var office in register.Offices)
        {
            if (office.Country is { } country && !IsState(country)) yield return Unknown(office.Place, "country", country);
            if (office.Organisation is { } body && !register.TryFind(body, out _)) yield return Unknown(office.Place, "organisation", body);
            if (office.Country is null && office.Organisation is null)
            {
                yield return new(office.Place, "neither country nor organisation", "one of them", "Say whose office it is");
            }
        }

        foreach (var tenure in register.Tenures)
        {
            if (!register.TryFindOffice(tenure.Office, out _)) yield return Unknown(tenure.Place, "office", tenure.Office);
            if (!IsPerson(tenure.Person)) yield return Unknown(tenure.Place, "person", tenure.Person);
        }

        foreach (var row in register.Memberships)
        {
            if (!IsPerson(row.Person)) yield return Unknown(row.Place, "person", row.Person);
            if (!register.TryFind(row.Organisation, out _)) yield return Unknown(row.Place, "organisation", row.Organisation);
        }

        foreach (var (office, _, place) in register.Rows.Shared)
        {
            if (!register.TryFindOffice(office, out _)) yield return Unknown(place, "office", office);
        }

        foreach (var (id, _, place) in register.Rows.Same)
        {
            if (!register.TryFind(id, out _)) yield return Unknown(place, "actor", id);
        }

        bool IsState(string id) => register.TryFind(id, out var found) && found.Kind == ActorKind.State;

        bool IsPerson(string id) => register.TryFind(id, out var found) && found.Kind == ActorKind.Person;
    }

    private static IEnumerable<RegisterProblem> Dates(ActorRegister register, DateOnly? asOf)
    {
        var periods = register.Actors.Where(actor => actor.Kind != ActorKind.Person).Select(actor => (actor.Place, actor.Period, IsRow: true))
            .Concat(register.Actors.SelectMany(actor => actor.Parents.Select(parent => (actor.Place, parent.Period, IsRow: false))))
            .Concat(register.Tenures.Select(tenure => (tenure.Place, tenure.Period, IsRow: true)))
            .Concat(register.Memberships.Select(row => (row.Place, row.Period, IsRow: true)));
        foreach (var (place, period, isRow) in periods)
        {
            if (period.From is { } from && period.To is { } to && to.Last < from.First)
            {
                yield return new(place, $"from {from}, to {to}", "a beginning before the end", "Exchange or mend the dates");
            }

            if (isRow && period.To is null && period.Known is null)
            {
                yield return new(place, "neither 'to' nor 'known'", "the day it was last known to hold", "Fill in the column 'known'");
            }

            if (period.Known is { } known && period.From is { } since && known.Last < since.First)
            {
                yield return new(place, $"known at {known}, from {since}", "a day after the beginning", "Mend one of the dates");
            }

            foreach (var date in new[] { period.From, period.To, period.Known })
            {
                if (date is not { } written || asOf is not { } today || written.First <= today) continue;
                var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                yield return new(place, $"the date {written}", $"none after {day}", "Mend the date, or check at a later day with --at");
            }
        }
    }

    private static IEnumerable<RegisterProblem> Overlaps(ActorRegister register)
    {
        var shared = register.Rows.Shared.Select(row => row.Office).ToHashSet(StringComparer.Ordinal);
        foreach (var holders in register.Tenures.GroupBy(tenure => tenure.Office))
        {
            if (shared.Contains(holders.Key)) continue;
            var tenures = holders.ToList();
            for (var i = 0; i < tenures.Count; i++)
            {
                for (var k = 0; k < i; k++)
                {
                    var (before, tenure) = (tenures[k], tenures[i]);
                    if (!before.Period.Overlaps(tenure.Period)) continue;
                    yield return new(
                        tenure.Place,
                        $"{tenure.Person} as {tenure.Office} {tenure.Period}, and {before.Person} {before.Period} ({before.Place})",
                        "one holder at a time",
                        "Mend the dates, or name the office in the table of shared offices (office, why)");
                }
            }
        }
    }

    private static IEnumerable<RegisterProblem> Clashes(ActorRegister register)
    {
        var bearers = new Dictionary<ulong, List<(Actor Actor, string Name, bool NeedsSupport, bool IsName)>>();
        foreach (var actor in register.Actors)
        {
            Add(actor, actor.Name, needsSupport: false, isName: true);
            foreach (var alias in actor.Aliases) Add(actor, alias.Text, alias.NeedsSupport, isName: false);
        }

        foreach (var group in bearers.Values)
        {
            for (var i = 0; i < group.Count; i++)
            {
                for (var k = 0; k < i; k++)
                {
                    var (one, other) = (group[k], group[i]);
                    if (one.Actor.Id == other.Actor.Id || !IsClash(one, other)) continue;
                    if (one.NeedsSupport || (one.IsName && !other.IsName)) (one, other) = (other, one);
                    yield return new(
                        one.Actor.Place,
                        $"the name '{one.Name}' of {one.Actor.Id}, which {other.Actor.Id} bears too ({other.Actor.Place})",
                        "names that one actor bears, or a question mark behind both",
                        $"Write '{one.Name}?', or take it away from one of them");
                }
            }
        }

        void Add(Actor actor, string name, bool needsSupport, bool isName)
        {
            var key = AliasKey.Of(name);
            if (key == 0) return;
            if (!bearers.TryGetValue(key, out var known)) bearers[key] = known = [];
            known.Add((actor, name, needsSupport, isName));
        }
    }

    // Two people may have one name; an acronym is not the word of the same letters; the main name counts as the plainer one.
    private static bool IsClash(
        (Actor Actor, string Name, bool NeedsSupport, bool IsName) one, (Actor Actor, string Name, bool NeedsSupport, bool IsName) other)
    {
        if (AliasKey.IsAcronym(one.Name) != AliasKey.IsAcronym(other.Name)) return false;
        if (one.IsName && other.IsName) return one.Actor.Kind != ActorKind.Person || other.Actor.Kind != ActorKind.Person;
        if (one.IsName || other.IsName) return !(one.IsName ? other : one).NeedsSupport;
        return !one.NeedsSupport || !other.NeedsSupport;
    }

    private static RegisterProblem Unknown(RegisterPlace place, string what, string id) =>
        new(place, $"{what} '{id}'", $"the id of one that the register has", "Check the spelling, or add a row for it");
}
