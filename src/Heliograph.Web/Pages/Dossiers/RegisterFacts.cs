using System.Collections.Immutable;
using Heliograph.Actors;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>What the register knows of an actor, in words.</summary>
/// <param name="Brief">What it is, of which country, in which sector: a few words each.</param>
/// <param name="OtherNames">Its other names; a question mark behind one says that others bear it too.</param>
/// <param name="Rows">Offices, memberships, what it is part of and who belongs to it, each with its dates.</param>
/// <param name="Known">The latest day at which anything of it was last known to hold; null where nobody wrote one down.</param>
public sealed record RegisterFacts(ImmutableArray<string> Brief, ImmutableArray<string> OtherNames, ImmutableArray<RegisterFact> Rows, string? Known)
{
    private const int MostHolders = 30;

    /// <summary>Gathers them.</summary>
    public static RegisterFacts Of(ActorRegister register, Actor actor)
    {
        var rows = new List<(RegisterFact Row, PartialDate? Known)>();
        foreach (var tenure in register.OfficesOf(actor.Id).OrderByDescending(one => one.Period.From?.First))
        {
            var office = register.TryFindOffice(tenure.Office, out var found) ? found : null;
            var owner = office?.Organisation ?? office?.Country ?? tenure.Office.Split('/')[0];
            Add("office", $"{office?.Titles[0] ?? tenure.Office}, {NameOf(register, owner)}", owner, tenure.Period);
        }

        foreach (var one in register.MembershipsOf(actor.Id).OrderByDescending(one => one.Period.From?.First)) Add(one.Role, NameOf(register, one.Organisation), one.Organisation, one.Period);
        foreach (var parent in actor.Parents) Add("part of", NameOf(register, parent.Parent), parent.Parent, parent.Period);
        var holders = register.Offices.Where(office => office.Id.StartsWith(actor.Id + "/", StringComparison.Ordinal))
            .SelectMany(office => register.TenuresOf(office.Id).Select(tenure => (office.Titles[0], tenure.Person, tenure.Period)))
            .Concat(register.MembersOf(actor.Id).Select(member => (member.Role, member.Person, member.Period)))
            .OrderByDescending(one => one.Period.To is null).ThenByDescending(one => one.Period.From?.First).Take(MostHolders);
        foreach (var (role, person, period) in holders) Add("its " + role, NameOf(register, person), person, period);
        var known = rows.Select(row => row.Known).Append(actor.Period.Known).Where(day => day is not null).OrderBy(day => day!.Value.Last).LastOrDefault();
        return new(Briefly(register, actor), [.. actor.Aliases.Select(alias => alias.ToString())], [.. rows.Select(row => row.Row)], known?.ToString());

        void Add(string role, string name, string key, Period period) => rows.Add((new(role, name, key, When(period)), period.Known));
    }

    /// <summary>A period in words; empty where no day of it is known.</summary>
    public static string When(Period period) => (period.From, period.To, period.Known) switch
    {
        (null, null, null) => "",
        (null, null, { } known) => $"so at {known}",
        (null, { } to, _) => $"until {to}",
        ({ } from, { } to, _) => $"{from} to {to}",
        ({ } from, null, null) => $"since {from}",
        ({ } from, null, { } known) => $"since {from}, so at {known}",
    };

    private static ImmutableArray<string> Briefly(ActorRegister register, Actor actor)
    {
        var kind = ActorTerms.Of(actor.Kind).Replace('-', ' ');
        if (actor.State is { } state) kind += state.Status switch { "member" => ", member of the United Nations", "observer" => ", observer at the United Nations", var other => $", {other}" };
        string?[] parts =
        [
            kind,
            actor.State is null && !actor.Countries.IsEmpty ? string.Join(", ", actor.Countries.Select(country => NameOf(register, country))) : null,
            actor.State is { Capitals: [var capital, ..] } ? $"capital {capital}" : null,
            actor.Sector is { } sector ? CodeMeaning.Sector(sector) ?? sector : null,
            actor.Code is { } code ? $"code {code}{(actor.Sector is { } own && own != code ? ":" + own : "")}" : null,
            actor.Cameo is { } cameo ? $"CAMEO {cameo}" : null,
            actor.Period is { From: null, To: null } ? null : When(actor.Period),
        ];
        return [.. parts.OfType<string>()];
    }

    private static string NameOf(ActorRegister register, string id) => register.TryFind(id, out var actor) ? actor.Name : CodeMeaning.Of(register, id) ?? id;
}
