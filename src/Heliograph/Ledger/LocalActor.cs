using Heliograph.Actors;
using Heliograph.Documents;

namespace Heliograph.Ledger;

/// <summary>An actor or place as one report knows it.</summary>
/// <param name="Id">Its id in the register, or one made of its name and the report.</param>
/// <param name="Name">Its name in the register, or its fullest name in the report; null where there is neither.</param>
/// <param name="Type">What it is, or null where the words do not tell.</param>
/// <param name="Why">Why the words in question stand for it; null for a name that stands for itself.</param>
internal sealed record LocalActor(string Id, string? Name, MentionType? Type, string? Why)
{
    /// <summary>Whether the report itself gives the name.</summary>
    public bool IsNamedHere { get; init; }

    /// <summary>ISO 3166-1 alpha-3 of its state, or <c>IGO</c>, <c>NGO</c>, <c>MNC</c>; null where nothing tells.</summary>
    public string? Code { get; init; }

    /// <summary>Its PLOVER sector; null where nothing tells.</summary>
    public string? Sector { get; init; }

    /// <summary>The actor with what the register tells of it; the same where that is nothing.</summary>
    public LocalActor With(ActorLink? link) => link switch
    {
        null => this,
        { Id: null } => this with { Code = link.Code, Sector = link.Sector, Type = Type ?? link.Type },
        _ => new(link.Id, link.Name, link.Type ?? Type, link.Why) { Code = link.Code, Sector = link.Sector, IsNamedHere = IsNamedHere },
    };
}
