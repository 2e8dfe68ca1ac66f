using System.Globalization;
using Heliograph.Store;
using Heliograph.Web.Api;

namespace Heliograph.Web.Mcp;

/// <summary>What assistants may ask about actors.</summary>
internal sealed class ActorTools(LedgerPool ledger, WebSettings settings, ActorNames names)
{
    /// <summary>The argument of the search.</summary>
    public static readonly Parameter Name = new("name", "a name, or an office and its owner") { IsRequired = true };

    /// <summary>The argument of the tool that shows one.</summary>
    public static readonly Parameter Actor = new("actor", "an id, a code such as PAK or AFG:REB, or a name, where it is one actor's") { IsRequired = true };

    private const int MostFound = 500; // of a name; ours
    private const int MostListed = 8; // aliases, offices, of one in a list
    private const int UsualRows = 20;
    private const int MostTypes = 20;

    /// <summary>The actors of a name.</summary>
    public (FoundActors? Body, ProblemBody? Problem) Find(Arguments arguments)
    {
        var at = arguments["at"] is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : (DateOnly?)null;
        if ((arguments["after"] is { } after ? Question.Number(after) : 0) is not { } first || first > MostFound)
        {
            return (null, Arguments.Wrong(arguments.Tool, $"the cursor '{arguments["after"]}'", "one that an answer before named as next", "Begin again without it"));
        }

        var all = names.Named(arguments["name"]!, at).Take(MostFound).ToList();
        var wanted = all.Skip((int)first).Take(arguments.Whole("limit", UsualRows)).Select(one => Row(one, at)).ToList();
        var rows = AnswerBounds.First(wanted, AnswerBounds.RoomForRows);
        var next = (int)first + rows.Length;
        return (new(rows, all.Count, next < all.Count ? next.ToString(CultureInfo.InvariantCulture) : null,
            all.Count == MostFound ? FormattableString.Invariant($"Only the first {MostFound} that bear the name are told: give more of it.") : null), null);
    }

    /// <summary>One actor.</summary>
    public (ActorAnswer? Body, ProblemBody? Problem) Get(Arguments arguments)
    {
        var (meant, problem) = names.Resolve(arguments.Tool, Actor.Name, arguments["actor"]!);
        if (meant is null) return (null, problem);
        var register = settings.Actors();
        register.TryFind(meant.Id, out var actor);
        var filter = new EntryFilter { Actors = [meant.Id] };
        var (count, called, types) = ledger.Read(store => (
            ledger.Count(store, filter), store.NamesOf(meant.Id, null, null, MostListed), ledger.View(store, "types", filter, (asked, its) => asked.Facet(its, TallyBy.Type))));
        return (new(
            meant.Id, actor is null ? null : Short(ActorDoors.Row(register, actor, null)), [.. called.Select(name => name.Words)], count,
            [.. types.Where(tally => tally.Key.Length > 0).OrderByDescending(tally => tally.Count).Take(MostTypes).Select(tally => new CountRow(tally.Key, tally.Count, null))],
            meant.Id == meant.Said ? null : meant), null);
    }

    private FoundActorRow Row(MeantActor found, DateOnly? at)
    {
        var register = settings.Actors();
        var row = register.TryFind(found.Id, out var actor) ? Short(ActorDoors.Row(register, actor, at)) : null;
        return new(
            found.Id, found.Name, found.What, row?.Code, row?.Sector, row?.Countries, row?.Aliases, row?.Offices,
            ledger.Read(store => ledger.Count(store, new() { Actors = [found.Id] })));
    }

    private static ActorRow Short(ActorRow row) => row with
    {
        Aliases = [.. row.Aliases.Take(MostListed)],
        Offices = [.. row.Offices.Take(MostListed)],
    };
}
