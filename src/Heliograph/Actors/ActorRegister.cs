using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Heliograph.Actors;

/// <summary>Who is who in the news: states, groups, organisations, people and their offices, each with its dates.</summary>
/// <remarks>
/// Immutable; safe to share between threads. Every look-up takes the same few steps however large the register is.
/// Reading what ships takes some tens of milliseconds, once. A row of a pack takes the place of the row with the same id.
/// </remarks>
public sealed class ActorRegister
{
    private static readonly Lazy<ActorRegister> Ours = new(Load);

    private readonly ImmutableArray<RegisterTables> _layers;
    private readonly RegisterRows _rows;
    private readonly RegisterIndex _index;

    private ActorRegister(ImmutableArray<RegisterTables> layers)
    {
        _layers = layers;
        _rows = new(layers);
        _index = new(_rows);
    }

    /// <summary>The register that ships with the library. It is read on first use.</summary>
    public static ActorRegister Shipped => Ours.Value;

    /// <summary>Reads what ships once more; <see cref="Shipped"/> is the one to use.</summary>
    public static ActorRegister Load() => new([ShippedFiles.Read()]);

    /// <summary>A register of nobody.</summary>
    public static ActorRegister Empty { get; } = new([]);

    /// <summary>Every actor, in ordinal order of ids.</summary>
    public ImmutableArray<Actor> Actors => _rows.Actors;

    /// <summary>Every office, in ordinal order of ids.</summary>
    public ImmutableArray<Office> Offices => _rows.Offices;

    /// <summary>Every tenure, by office and then as they were written.</summary>
    public ImmutableArray<Tenure> Tenures => _rows.Tenures;

    /// <summary>Every membership, as they were written.</summary>
    public ImmutableArray<Membership> Memberships => _rows.Memberships;

    /// <summary>Every generic role.</summary>
    public ImmutableArray<Role> Roles => _rows.Roles;

    internal RegisterRows Rows => _rows;

    internal RegisterIndex Index => _index;

    /// <summary>This register and a pack of one's own.</summary>
    /// <exception cref="FormatException">The pack has problems; the message has one a line. Nothing of it is taken.</exception>
    public ActorRegister With(RegisterPack pack)
    {
        if (!pack.Problems.IsEmpty) throw new FormatException(string.Join('\n', pack.Problems));
        return new(_layers.Add(pack.Tables));
    }

    /// <summary>The actor with an id, or with one that was merged into it.</summary>
    public bool TryFind(string id, [NotNullWhen(true)] out Actor? actor) => _rows.TryFind(id, out actor);

    /// <summary>The office with an id.</summary>
    public bool TryFindOffice(string id, [NotNullWhen(true)] out Office? office) => _rows.TryFindOffice(id, out office);

    /// <summary>Every actor that bears a name, blind to case (but for acronyms), accents, dots, hyphens, apostrophes and "the".</summary>
    public ImmutableArray<ActorMatch> Named(ReadOnlySpan<char> name) => _index.Named(name);

    /// <summary>The offices of a state or organisation that bear a title; may be empty.</summary>
    public ImmutableArray<Office> OfficesTitled(ReadOnlySpan<char> title, string owner) => _index.OfficesTitled(AliasKey.Of(title), owner);

    /// <summary>The tenures of an office, in the order they were written; empty for one that nobody is known to have held.</summary>
    public ImmutableArray<Tenure> TenuresOf(string office) => _index.TenuresOf(office);

    /// <summary>The tenures of a person; may be empty.</summary>
    public ImmutableArray<Tenure> OfficesOf(string person) => _index.OfficesOf(person);

    /// <summary>The memberships of a person; may be empty.</summary>
    public ImmutableArray<Membership> MembershipsOf(string person) => _index.MembershipsOf(person);

    /// <summary>The memberships in an organisation; may be empty.</summary>
    public ImmutableArray<Membership> MembersOf(string organisation) => _index.MembersOf(organisation);

    /// <summary>Who holds an office on a day for certain, or null where nobody or several may.</summary>
    public Actor? HolderOf(string office, DateOnly at) => _index.HolderOf(office, at);
}
