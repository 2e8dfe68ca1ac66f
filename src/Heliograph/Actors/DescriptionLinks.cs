using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Documents;
using Heliograph.Times;

namespace Heliograph.Actors;

/// <summary>Leads descriptions to the holders of offices, to bodies of a state, and to codes.</summary>
/// <param name="register">The register.</param>
/// <param name="date">The report's day, where it is known.</param>
/// <param name="mainState">The state that the report is about, where it is about one.</param>
internal sealed class DescriptionLinks(ActorRegister register, DateOnly? date, string? mainState = null)
{
    private static readonly ImmutableArray<string> Forces = ["MIL", "REB", "UAF", "COP"];

    // a state has one army, police or government, whatever number its word is in
    private static readonly ImmutableArray<string> OfStates = ["GOV", "MIL", "COP", "LEG", "JUD", "SPY"];

    // roles inside a body that have the body's own sector: its spokesman, its commander
    // whoever is in a place may belong elsewhere: soldiers, refugees, reporters, diplomats
    private static readonly ImmutableArray<string> AtHome = ["GOV", "COP", "REB", "UAF", "CVL", "OPP", "JUD", "LEG", "EDU", "HLH", "LAB", "AGR", "CRM", "PTY", "REL"];
    private static readonly ImmutableArray<string> Abroad = ["diplomat", "ambassador", "embassy", "envoy", "consul", "consulate", "tourist", "expatriate"];

    private static readonly ImmutableArray<string> Inner = ["GOV", "PTY", "MIL", "REB", "UAF", "SPY", "LEG", "ELI"];

    /// <summary>What a description tells; null where it tells nothing of actors.</summary>
    public ActorLink? Of(Description words)
    {
        if (Holder(words) is { } holder) return holder;
        if (words.Body is { } body && OfMembers(words, body) is { } members) return members;
        if (words.Role is { IsRelation: true }) return CodesOf([words]);
        if (words.Body is null && (words.State ?? MainStateOf(words)) is { } state && Described(words, state) is { } described) return described;
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
            code ??= StateOf(words) ?? (words.Body is { } body && words.Role is not { IsRelation: true } ? body.Code : null);
            sector ??= SectorOf(words);
        }

        if (code is null) code = descriptions.Select(StateOf).FirstOrDefault(state => state is not null);
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
        var asOf = words.At is { } past ? Same(office.Id, past) : date;
        if (words.IsFormer) return null; // others may have held it before
        if (asOf is not { } day || register.HolderOf(office.Id, day) is not { } holder)
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

    // A day on which an office had the holder that it had all through a time; null where it changed hands.
    private DateOnly? Same(string office, TimeInterval days) =>
        register.HolderOf(office, days.Start) is { } first && register.HolderOf(office, days.End.AddDays(-1))?.Id == first.Id ? days.Start : null;

    // The state that a description belongs to; of relations only what an adjective tells, since an ally of Avaria is not of Avaria.
    private static string? StateOf(Description words)
    {
        if (words.Role is { IsRelation: true } relation) return relation.Sector is null || words.AdjectiveState != words.State ? null : words.State;
        if (words.State is { } state || !words.Owners.IsEmpty) return words.State;
        return words.Role is { Sector: { } sector } role && AtHome.Contains(sector) && !Abroad.Any(word => role.Words.Contains(word, StringComparison.Ordinal))
            ? words.Where
            : null;
    }

    // "the intelligence services" in a report that is all about one state
    private string? MainStateOf(Description words) =>
        words.Owners.IsEmpty && words.Where is null && !words.IsIndefinite && words.Words.Length > 1 ? mainState : null;

    // "Taliban fighters" are the Taliban; "a Taliban fighter" is one of them.
    private static ActorLink? OfMembers(Description words, Actor body)
    {
        if (words.Role is not { } role || !(words.IsPlural || role.IsGroup) || !Forces.Contains(role.Sector ?? "")) return null;
        if (body.Kind is not (ActorKind.ArmedGroup or ActorKind.Army or ActorKind.Police or ActorKind.Intelligence)) return null;
        return ActorLink.OfBody(body, $"members of {body.Id}");
    }

    // "cross-service intelligence agencies of Pakistan": the one body of the state whose names share most of the words.
    private ActorLink? Described(Description words, string state)
    {
        if (words.Title != 0 || words.Words.IsEmpty || words.IsIndefinite || words.IsJoined) return null;
        var least = words.IsPlural || words.State is null ? 2 : 1;
        var found = register.Index.BodyOf(state, words.Words, least);
        if (found is null && words.State is not null && !words.IsPlural && BodyKinds.Of(words.Words) is { } kind) found = register.Index.OnlyBodyOf(state, kind, date);
        return found is null ? null : ActorLink.OfBody(found, "description");
    }

    // "Afghan forces", "Turkish officials": the people of one sector of a state.
    private ActorLink? Collective(Description words)
    {
        if (words.Role is not { } role || words.Body is not null || words.IsJoined) return null;
        if (!words.IsPlural && (!role.IsGroup || words.IsIndefinite || !OfStates.Contains(role.Sector ?? ""))) return null; // "the Avarian company" is one of many
        if (role.Sector is null || StateOf(words) is not { } id || !register.TryFind(id, out var state) || (words.PartState == id && words.Owners.IsEmpty)) return null;
        if (words.State is not null) return OfState(state, role.Sector, "description");
        return role.Sector is "GOV" or "LEG" or "JUD" ? null : OfState(state, role.Sector, "description, place"); // "the Lorne government" may be the town's
    }

    private string? SectorOf(Description words)
    {
        if (words.Role is { IsRelation: true } relation) return relation.Sector;
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
        return body is not null && (words.Role is not { } role || (Inner.Contains(role.Sector ?? "") && (body != "IGO" || role.Sector == "GOV"))) ? body : words.Role?.Sector ?? body ?? words.Body?.Sector;
    }

    private string? CodeOf(Office office) => office.Country is { } country
        ? CodeOf(country)
        : office.Organisation is { } body && register.TryFind(body, out var actor) ? actor.Code : null;

    private static string? CodeOf(string? state) => state is null || state.StartsWith("x-", StringComparison.Ordinal) ? null : state;

    private static MentionType TypeOf(string sector) => sector is "GOV" or "LEG" or "JUD" or "SPY" ? MentionType.Organisation : MentionType.Group;
}
