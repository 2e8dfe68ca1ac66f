namespace Heliograph.Actors;

/// <summary>The rows of one or more files, in the order they were read; nothing about them is checked against one another.</summary>
internal sealed class RegisterTables
{
    public List<Actor> Actors { get; } = [];

    public List<Office> Offices { get; } = [];

    public List<Tenure> Tenures { get; } = [];

    public List<Membership> Memberships { get; } = [];

    public List<Role> Roles { get; } = [];

    /// <summary>Offices that two may hold at once, and why.</summary>
    public List<(string Office, string Why, RegisterPlace Place)> Shared { get; } = [];

    /// <summary>Pairs of ids that are one actor: the one that stays, and the other.</summary>
    public List<(string Id, string Other, RegisterPlace Place)> Same { get; } = [];

    /// <summary>What is wrong with the rows that could not be read.</summary>
    public List<RegisterProblem> Problems { get; } = [];
}
