using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Actors;

/// <summary>Leads names of people to the register's people by office, family name and spelling, and tells their codes.</summary>
internal sealed class PersonLinks(Document document, ActorRegister register, DateOnly? date, NamedActors named, DescriptionLinks described)
{
    private const int LastDays = 2; // a report of the day of a fall still gives the title

    private readonly RegisterIndex _index = register.Index;
    private readonly DescriptionLinks _described = described;
    private readonly PersonSpellings _spellings = new(register, described, named);

    /// <summary>The link to an actor that is known for certain.</summary>
    public ActorLink OfActor(Actor actor, string why, IReadOnlyList<Description>? descriptions = null)
    {
        if (actor.Kind != ActorKind.Person) return ActorLink.OfBody(actor, why);
        var (code, sector) = descriptions is null ? CodesOf(actor) : OfficeTold(actor, descriptions) ?? CodesOf(actor);
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
        return _spellings.Of(document.SpanOf(name).In(document.Text), descriptions) is { } near ? OfActor(near.Person, near.Why, descriptions) : null;
    }

    private ActorLink? OfFamily(ReadOnlySpan<char> family, IReadOnlyList<Description> descriptions)
    {
        var people = _index.OfFamily(family);
        if (people.IsEmpty) return null;
        foreach (var words in descriptions)
        {
            if (words.Title != 0 && (words.IsThen || !words.IsOfAnotherTime) && ByOffice(people, words) is { } link) return link;
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
                if (words.IsThen || words.At is not null)
                {
                    if (date is not { } told || !tenure.Period.MayHold(told) || words.At is not null) found.Add((person, tenure, false));
                    if (words.At is { } past && !tenure.Period.MayHold(past.Start) && !tenure.Period.MayHold(past.End.AddDays(-1))) found.RemoveAt(found.Count - 1);
                }
                else if (date is { } day)
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
        if (words.IsThen || words.At is not null) why = $"office then: {held.Office}, {held.Period}";
        var link = OfActor(holder, why, [words]);
        return isNow && register.TryFindOffice(held.Office, out var office) && office.Country is not null ? link with { Code = office.Country, Sector = office.Sector } : link;
    }

    // What the report itself says that somebody was at the time that it tells of: "then-President", "ousted president".
    private (string? Code, string? Sector)? OfficeTold(Actor person, IReadOnlyList<Description> descriptions)
    {
        foreach (var words in descriptions)
        {
            if (words.Title == 0 || !(words.IsThen || words.At is not null || date is null)) continue;
            var offices = _described.OfficesOf(words);
            if (offices.IsEmpty) offices = _index.OfficesTitled(words.Title);
            foreach (var tenure in register.OfficesOf(person.Id))
            {
                if (offices.FirstOrDefault(office => office.Id == tenure.Office) is not { } office) continue;
                if (words.At is { } past && !tenure.Period.MayHold(past.Start) && !tenure.Period.MayHold(past.End.AddDays(-1))) continue;
                return (office.Country ?? CodesOf(person).Code, words.IsFormer && !words.IsThen ? "ELI" : office.Sector == office.Country ? null : office.Sector);
            }
        }

        return null;
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
