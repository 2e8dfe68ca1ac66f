using Heliograph.Actors;
using Heliograph.Web.Api;

namespace Heliograph.Web.Mcp;

/// <summary>Finds whom a name means, as the palette of the pages does: by the register, and by what the ledger's reports call people.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="register">Who is who; asked on first use.</param>
internal sealed class ActorNames(LedgerPool ledger, Func<ActorRegister> register)
{
    /// <summary>How many actors of the ledger alone a search tells.</summary>
    public const int MostOfLedger = 20;

    private const int MostTold = 8; // of those that a name may mean
    private const int LongestCode = 12; // such as AFG:REB

    /// <summary>Those that a name may mean: of the register first, then those that only reports of this ledger know.</summary>
    /// <param name="name">The name, or an office and its owner.</param>
    /// <param name="at">The day that offices are asked for; null for any.</param>
    public IEnumerable<MeantActor> Named(string name, DateOnly? at)
    {
        foreach (var actor in ActorSearch.Find(register(), Words(name), at)) yield return new(name, actor.Id, actor.Name, ActorTerms.Of(actor.Kind));
        foreach (var (key, called, _) in ledger.Read(store => store.LocalActors(name, MostOfLedger))) yield return new(name, key, called, "named in one report");
    }

    /// <summary>The one actor that is meant.</summary>
    /// <param name="tool">The tool that asks.</param>
    /// <param name="argument">Its argument.</param>
    /// <param name="asked">An id, a code or a name.</param>
    /// <returns>The actor, with what was asked as its id where that is one or a code; or why it is not known who is meant.</returns>
    public (MeantActor? Actor, ProblemBody? Problem) Resolve(string tool, string argument, string asked)
    {
        if (IsCode(asked)) return (new(asked, asked, asked, "code"), null);
        if (register().TryFind(asked, out var known)) return (new(asked, known.Id, known.Name, ActorTerms.Of(known.Kind)), null);
        if (asked.StartsWith("local:", StringComparison.Ordinal) || ledger.Read(store => store.Count(new() { Actors = [asked] })) > 0) return (new(asked, asked, asked, "in this ledger"), null);
        var found = Named(asked, null).Take(MostTold + 1).ToList();
        if (found.Count > 1 && found.Where(one => one.Name.Equals(asked, StringComparison.OrdinalIgnoreCase)).ToList() is [var exact]) found = [exact];
        return found switch
        {
            [var one] => (one, null),
            [] => (null, Arguments.Wrong(
                tool, $"nobody called '{asked}' as {argument}", "an id of the register, a code such as PAK or AFG:REB, or a name", "Look for the actor with find_actors, or for the words with text")),
            _ => (null, Arguments.Wrong(
                tool, $"more than one that may be meant by '{asked}' as {argument}", $"one of {string.Join("; ", found.Take(MostTold).Select(one => $"{one.Id} ({one.Name}, {one.What})"))}{(found.Count > MostTold ? "; …" : "")}",
                found.Count > MostTold ? "Call again with the id of the one you mean; find_actors lists the others" : "Call again with the id of the one you mean")),
        };
    }

    // As filters have them: PAK, AFG:REB, :REB
    private static bool IsCode(string asked)
    {
        if (asked.Length > LongestCode) return false;
        var parts = asked.Split(':');
        return parts switch
        {
            [var country] => IsCountry(country),
            [var country, var sector] => (country.Length == 0 || IsCountry(country)) && ActorTerms.Sectors.Contains(sector),
            _ => false,
        };
    }

    private static bool IsCountry(string code) => code.Length == 3 && code.All(char.IsAsciiLetterUpper);

    private static string[] Words(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
