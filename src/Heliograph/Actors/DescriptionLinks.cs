using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Documents;

namespace Heliograph.Actors;

/// <summary>Leads descriptions to the holders of offices, to bodies of a state, and to codes.</summary>
internal sealed class DescriptionLinks(ActorRegister register, DateOnly? date)
{
    private static readonly ImmutableArray<string> Forces = ["MIL", "REB", "UAF", "COP"];

    // a state has one army, police or government, whatever number its word is in
    private static readonly ImmutableArray<string> OfStates = ["GOV", "MIL", "COP", "LEG", "JUD", "SPY"];

    // roles inside a body that have the body's own sector: its spokesman, its commander
    private static readonly ImmutableArray<string> Inner = ["GOV", "PTY", "MIL", "REB", "UAF", "SPY", "LEG", "ELI"];

    /// <summary>What a description tells; null where it tells nothing of actors.</summary>
    public ActorLink? Of(Description words)
    {
        if (Holder(words) is { } holder) return holder;
        if (words.Body is { } body && OfMembers(words, body) is { } members) return members;
        if (words.State is { } state && words.Body is null && Described(words, state) is { } described) return described;
        if (Collective(words) is { } people) return people;
        var type = words.Role is null ? (MentionType?)null : words.IsPlural || words.Role.IsGroup ? MentionType.Group : MentionType.Person;
        return CodesOf([words]) is { } codes ? codes with { Type = type } : null;
    }

    /// <summary>Code and sector that descriptions tell, without saying who is meant; null where they tell neither.</summary>
    public ActorLink? CodesOf(IReadOnlyList<Description> descriptions)
    {
        string? code = null, sector = null;
        foreach (var words in descriptions)
        {
            if (words.Title == 0 && words.Role is null && words.Body is null) continue;
            code ??= words.State ?? (words.Body is { } body ? body.Code : null);
            sector ??= SectorOf(words);
        }

        if (code is null) code = descriptions.Select(words => words.State).FirstOrDefault(state => state is not null);
        if (sector == code) sector = null; // IGO is both
        return code is null && sector is null ? null : new() { Code = CodeOf(code), Sector = sector, Why = "description" };
    }

    /// <summary>People of a state who are no more than that: "Afghans".</summary>
    public static ActorLink OfPeople(Actor state) => new() { Code = state.Code, Why = "description" };

    /// <summary>The people of one sector of a state.</summary>
    public static ActorLink OfState(Actor state, string sector, string why) =>
        new() { Id = $"{state.Id}:{sector}", Code = state.Code, Sector = sector, Type = TypeOf(sector), Why = why };

    /// <summary>The offices that a description names: those of its owners; empty where it has none, or no title.</summary>
    public ImmutableArray<Office> OfficesOf(Description words)
    {
        if (words.Title == 0) return [];
        var found = ImmutableArray<Office>.Empty;
        foreach (var owner in words.Owners)
        {
            if (owner.Kind != ActorKind.Person) found = found.AddRange(register.Index.OfficesTitled(words.Title, owner.Id));
        }

        return found;
    }

    /// <summary>The day as it stands in reasons.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // "the Pakistani foreign minister": who holds the office at the report's day, or the office itself.
    private ActorLink? Holder(Description words)
    {
        var offices = OfficesOf(words);
        if (offices.Length != 1 || words.IsPlural || words.IsOfAnotherTime || words.IsIndefinite) return null;
        var office = offices[0];
        if (words.IsFormer) return null; // others may have held it before
        if (date is not { } day || register.HolderOf(office.Id, day) is not { } holder)
        {
            return new()
            {
                Id = office.Id,
                Code = CodeOf(office),
                Sector = office.Sector,
                Type = MentionType.Person,
                Why = $"office: {office.Id}",
            };
        }

        return new()
        {
            Id = holder.Id,
            Name = holder.Name,
            Code = CodeOf(office),
            Sector = office.Sector == CodeOf(office) ? null : office.Sector,
            Type = MentionType.Person,
            Why = $"office at {Day(day)}: {office.Id}",
        };
    }

    // "Taliban fighters" are the Taliban; "a Taliban fighter" is one of them.
    private static ActorLink? OfMembers(Description words, Actor body)
    {
        if (words.Role is not { } role || !(words.IsPlural || role.IsGroup) || !Forces.Contains(role.Sector)) return null;
        if (body.Kind is not (ActorKind.ArmedGroup or ActorKind.Army or ActorKind.Police or ActorKind.Intelligence)) return null;
        return new()
        {
            Id = body.Id,
            Name = body.Name,
            Code = body.Code,
            Sector = body.Sector,
            Type = ActorTerms.MentionTypeOf(body.Kind),
            Why = $"members of {body.Id}",
        };
    }

    // "cross-service intelligence agencies of Pakistan": the one body of the state whose names share most of the words.
    private ActorLink? Described(Description words, string state)
    {
        if (words.Title != 0 || words.Words.IsEmpty || words.IsIndefinite) return null;
        if (register.Index.BodyOf(state, words.Words, least: words.IsPlural ? 2 : 1) is not { } best) return null;
        return new()
        {
            Id = best.Id,
            Name = best.Name,
            Code = best.Code,
            Sector = best.Sector,
            Type = ActorTerms.MentionTypeOf(best.Kind),
            Why = "description",
        };
    }

    // "Afghan forces", "Turkish officials": the people of one sector of a state.
    private ActorLink? Collective(Description words)
    {
        if (words.Role is not { } role || words.Body is not null) return null;
        if (!words.IsPlural && (!role.IsGroup || words.IsIndefinite || !OfStates.Contains(role.Sector))) return null; // "the Avarian company" is one of many
        if (words.State is not { } id || !register.TryFind(id, out var state) || words.PartState == id && words.Owners.IsEmpty) return null;
        return OfState(state, role.Sector, "description");
    }

    private string? SectorOf(Description words)
    {
        if (words.IsFormer && words.Title != 0) return "ELI";
        if (words.Title != 0)
        {
            var offices = OfficesOf(words);
            if (offices.IsEmpty && words.Body is null) offices = register.Index.OfficesTitled(words.Title);
            string? sector = null;
            foreach (var office in offices)
            {
                if (sector is not null && sector != office.Sector) return words.Role?.Sector;
                sector = office.Sector;
            }

            if (sector is not null) return sector;
        }

        var body = words.Body is { Kind: not (ActorKind.EthnicGroup or ActorKind.ReligiousGroup) } whole ? whole.Sector : null;
        return body is not null && (words.Role is not { } role || Inner.Contains(role.Sector)) ? body : words.Role?.Sector ?? body ?? words.Body?.Sector;
    }

    private string? CodeOf(Office office) => office.Country is { } country
        ? CodeOf(country)
        : office.Organisation is { } body && register.TryFind(body, out var actor) ? actor.Code : null;

    private static string? CodeOf(string? state) => state is null || state.StartsWith("x-", StringComparison.Ordinal) ? null : state;

    private static MentionType TypeOf(string sector) => sector is "GOV" or "LEG" or "JUD" or "SPY" ? MentionType.Organisation : MentionType.Group;
}
