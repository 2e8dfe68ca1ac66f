using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Actors;

/// <summary>Leads names of people to the register's people by office, family name and spelling, and tells their codes.</summary>
internal sealed class PersonLinks(Document document, ActorRegister register, DateOnly? date, NamedActors named)
{
    private const int LastDays = 2; // a report of the day of a fall still gives the title

    private readonly RegisterIndex _index = register.Index;
    private readonly DescriptionLinks _described = new(register, date);

    /// <summary>The link to an actor that is known for certain.</summary>
    public ActorLink OfActor(Actor actor, string why, IReadOnlyList<Description>? descriptions = null)
    {
        if (actor.Kind != ActorKind.Person)
        {
            return new()
            {
                Id = actor.Id,
                Name = actor.Name,
                Code = actor.Code,
                Sector = actor.Sector == actor.Code ? null : actor.Sector,
                Type = ActorTerms.MentionTypeOf(actor.Kind),
                Why = why,
            };
        }

        var (code, sector) = CodesOf(actor);
        var said = descriptions is null ? null : _described.CodesOf(descriptions);
        return new()
        {
            Id = actor.Id,
            Name = actor.Name,
            Code = code ?? said?.Code,
            Sector = sector ?? said?.Sector,
            Type = MentionType.Person,
            Why = why,
        };
    }

    /// <summary>Whether the report calls a person of that name something of a state that the register's is not of.</summary>
    public bool IsContradicted(Actor person, IReadOnlyList<Description> descriptions)
    {
        if (person.Countries.IsEmpty) return false;
        foreach (var words in descriptions)
        {
            if (words.State is not { } state || person.Countries.Contains(state) || words.Role is null && words.Title == 0) continue;
            var serves = register.OfficesOf(person.Id).Any(tenure => tenure.Office.StartsWith(state, StringComparison.Ordinal))
                || register.MembershipsOf(person.Id).Any(row => register.TryFind(row.Organisation, out var body) && body.Countries.Contains(state));
            // "the special envoy for Ruritania" is no Ruritanian: only states before the noun count
            if (!serves && words.Owners.Any(owner => owner.Id == state) && named.Of(words.Tokens.Start)?.StateOf is not null) return true;
        }

        return false;
    }

    /// <summary>The person meant by names that the register does not have in full; null where nobody or several may be.</summary>
    /// <param name="names">The names of one chain.</param>
    /// <param name="descriptions">What the report says of their bearer.</param>
    public ActorLink? Of(ImmutableArray<TokenSpan> names, IReadOnlyList<Description> descriptions)
    {
        var name = names.MaxBy(tokens => tokens.Length);
        var family = document[name.End - 1].Text;
        if (name.Length == 1) return OfFamily(family, descriptions);
        return OfSpelling(name, descriptions);
    }

    private ActorLink? OfFamily(ReadOnlySpan<char> family, IReadOnlyList<Description> descriptions)
    {
        var people = _index.OfFamily(family);
        if (people.IsEmpty) return null;
        foreach (var words in descriptions)
        {
            if (words.Title != 0 && !words.IsOfAnotherTime && ByOffice(people, words) is { } link) return link;
        }

        if (descriptions.Any(words => words.Title != 0 || words.Role is not null || !words.Owners.IsEmpty)) return null;
        return Only(people, person => named.HasFullName(person.Id)) is { } known
            ? OfActor(known, $"family name of \"{known.Name}\"")
            : date is { } day && Only(people, person => OfficeNamed(person, day) is not null) is { } holder
                ? OfActor(holder, $"family name, office at {DescriptionLinks.Day(day)}: {OfficeNamed(holder, day)}")
                : null;
    }

    // "President Ghani": of those with this family name, the one who holds such an office, or held it.
    private ActorLink? ByOffice(ImmutableArray<Actor> people, Description words)
    {
        var offices = _described.OfficesOf(words);
        if (offices.IsEmpty && words.Owners.IsEmpty) offices = _index.OfficesTitled(words.Title);
        if (offices.IsEmpty) return null;
        var found = new List<(Actor Person, Tenure Tenure, bool Now)>();
        foreach (var person in people)
        {
            foreach (var tenure in register.OfficesOf(person.Id))
            {
                if (!offices.Any(office => office.Id == tenure.Office)) continue;
                if (date is { } day)
                {
                    var now = tenure.Period.MayHold(day) || tenure.Period.MayHold(day.AddDays(-LastDays));
                    if (now && words.IsFormer && !tenure.Period.MayHaveEnded(day)) continue;
                    if (!now && !tenure.Period.MayHaveEnded(day)) continue; // not yet in office
                    found.Add((person, tenure, now && !words.IsFormer));
                }
                else found.Add((person, tenure, false));
            }
        }

        if (found.Any(one => one.Now)) found.RemoveAll(one => !one.Now);
        if (found.Count == 0 || found.Any(one => one.Person.Id != found[0].Person.Id)) return null;
        var (holder, held, isNow) = found[^1];
        var why = date is not { } at ? $"office: {held.Office}"
            : isNow ? $"office at {DescriptionLinks.Day(at)}: {held.Office}"
            : $"former office: {held.Office}, {held.Period}";
        var link = OfActor(holder, why);
        return isNow && register.TryFindOffice(held.Office, out var office) && office.Country is not null ? link with { Code = office.Country, Sector = office.Sector } : link;
    }

    // A full name that the register has in another spelling, of somebody with the same office or organisation.
    private ActorLink? OfSpelling(TokenSpan name, IReadOnlyList<Description> descriptions)
    {
        var written = document.SpanOf(name).In(document.Text);
        (Actor Person, string Why)? found = null;
        foreach (var words in descriptions)
        {
            var bodies = words.Owners.Where(owner => owner.Kind is not (ActorKind.State or ActorKind.Person));
            var candidates = bodies.SelectMany(body => register.MembersOf(body.Id).Select(row => (row.Person, Why: $"organisation {body.Name}")))
                .Concat(_described.OfficesOf(words).SelectMany(office => register.TenuresOf(office.Id).Select(tenure => (tenure.Person, Why: $"office {office.Id}"))));
            foreach (var (id, why) in candidates)
            {
                if (!register.TryFind(id, out var person) || !IsSpelling(written, person.Name, out var how)) continue;
                if (found is { } other && other.Person.Id != person.Id) return null;
                found = (person, $"spelling {how} and {why}");
            }
        }

        return found is { } only ? OfActor(only.Person, only.Why) : null;
    }

    private static bool IsSpelling(ReadOnlySpan<char> written, string known, out string how)
    {
        var space = written.LastIndexOf(' ');
        var other = known.LastIndexOf(' ');
        how = "";
        if (space < 0 || other < 0) return false;
        var family = written[(space + 1)..];
        var knownFamily = known.AsSpan(other + 1);
        var given = written[..space];
        if (given.Contains(' ')) given = given[..given.IndexOf(' ')];
        var knownGiven = known.AsSpan(0, known.IndexOf(' ', StringComparison.Ordinal));
        var sameGiven = AliasKey.Of(given) == AliasKey.Of(knownGiven);
        var distance = SpellingDistance.Of(family, knownFamily);
        var longer = Math.Max(family.Length, knownFamily.Length);
        how = $"\"{family}\" ~ \"{knownFamily}\" with first name {knownGiven}";
        if (sameGiven) return distance <= longer / 2;
        how = $"\"{written}\" ~ \"{known}\"";
        return SpellingDistance.Of(given, knownGiven) <= knownGiven.Length / 4 && distance <= longer / 4;
    }

    // Code and sector by the offices and memberships of the day; of the past, ELI.
    private (string? Code, string? Sector) CodesOf(Actor person)
    {
        (string? Code, string? Sector) past = default;
        foreach (var tenure in register.OfficesOf(person.Id))
        {
            if (!register.TryFindOffice(tenure.Office, out var office)) continue;
            var code = office.Country ?? (office.Organisation is { } body && register.TryFind(body, out var owner) ? owner.Code : person.Code);
            if (date is not { } day) past = (code, past.Sector is null || past.Sector == office.Sector ? office.Sector : "GOV");
            else if (tenure.Period.MayHold(day)) return (code, office.Sector == code ? null : office.Sector);
            else if (tenure.Period.MayHaveEnded(day)) past = (code, "ELI");
        }

        foreach (var row in register.MembershipsOf(person.Id))
        {
            if (date is { } day && !row.Period.MayHold(day)) continue;
            if (past.Sector is null && register.TryFind(row.Organisation, out var body)) return (person.Code ?? body.Code, body.Sector);
        }

        return (past.Code ?? person.Code, past.Sector);
    }

    // The office of a state that the report names, which a person holds for certain.
    private string? OfficeNamed(Actor person, DateOnly day) => register.OfficesOf(person.Id)
        .FirstOrDefault(tenure => tenure.Period.Holds(day) && register.TryFindOffice(tenure.Office, out var office)
            && office.Country is { } country && named.NamesState(country))?.Office;

    private static Actor? Only(ImmutableArray<Actor> people, Func<Actor, bool> fits)
    {
        Actor? only = null;
        foreach (var person in people)
        {
            if (!fits(person)) continue;
            if (only is not null) return null;
            only = person;
        }

        return only;
    }
}
