using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Heliograph.Actors;

/// <summary>Finds the rows of a register by the words that name them. Immutable once made.</summary>
internal sealed class RegisterIndex
{
    private const int NeedsSupport = 1;
    private const int Acronym = 2;
    private const int Capital = 4; // its last word has one: "Lisle Today", which "Lisle today" is not
    private const int FlagBits = 3;
    private const int MostWords = 32; // of a description

    private readonly RegisterRows _rows;
    private readonly KeyTable _names = new();     // actor's place, and flags
    private readonly HashSet<ulong> _beginnings = []; // first words of names
    private readonly KeyTable _adjectives = new(); // state's place
    private readonly KeyTable _capitals = new();   // state's place
    private readonly KeyTable _families = new();   // person's place
    private readonly KeyTable _titles = new();     // office's place
    private readonly KeyTable _owned = new();      // the same, under title and owner
    private readonly KeyTable _roles = new();
    private readonly ILookup<string, Actor> _bodies; // what is no person and no state, by its main state
    private readonly ConcurrentDictionary<string, ImmutableArray<(Actor, ImmutableArray<ImmutableArray<ulong>>)>> _bodyWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Start, int End)> _byOffice = new(StringComparer.Ordinal);
    private readonly ILookup<string, Tenure> _byPerson;
    private readonly ILookup<string, Membership> _members;
    private readonly ILookup<string, Membership> _memberships;
    private readonly Lazy<KeyTable> _consonants; // person's place; few reports ask for it

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RegisterIndex(RegisterRows rows)
    {
        _rows = rows;
        _consonants = new(Consonants);
        for (var i = 0; i < rows.Actors.Length; i++) Add(rows.Actors[i], i);
        for (var i = 0; i < rows.Offices.Length; i++) Add(rows.Offices[i], i);
        for (var i = 0; i < rows.Roles.Length; i++) _roles.Add(AliasKey.Of(rows.Roles[i].Words), i);
        for (var i = 0; i < rows.Tenures.Length; i++)
        {
            var office = rows.Tenures[i].Office;
            _byOffice[office] = _byOffice.TryGetValue(office, out var known) ? (known.Start, i + 1) : (i, i + 1);
        }

        _bodies = rows.Actors.Where(actor => actor.Kind is not (ActorKind.Person or ActorKind.State or ActorKind.ArmedGroup) && actor.Country is not null)
            .ToLookup(actor => actor.Country!, StringComparer.Ordinal);
        _byPerson = rows.Tenures.ToLookup(tenure => tenure.Person, StringComparer.Ordinal);
        _members = rows.Memberships.ToLookup(row => row.Organisation, StringComparer.Ordinal);
        _memberships = rows.Memberships.ToLookup(row => row.Person, StringComparer.Ordinal);
    }

    public ImmutableArray<ActorMatch> Named(ReadOnlySpan<char> name)
    {
        var found = ImmutableArray<ActorMatch>.Empty;
        var key = AliasKey.Of(name);
        if (key == 0) return found;
        for (var slot = _names.Next(key, -1); slot >= 0; slot = _names.Next(key, slot))
        {
            var flags = _names[slot];
            if ((flags & Acronym) != 0 && !AliasKey.MayBeAcronym(WithoutThe(name))) continue;
            if ((flags & Capital) != 0 && char.IsUpper(name[0]) && LastWord(name) is [var small, ..] && char.IsLower(small)) continue;
            found = found.Add(new(_rows.Actors[flags >> FlagBits], (flags & NeedsSupport) != 0));
        }

        return found;
    }

    /// <summary>Whether some actor bears a name with this key, acronyms in any case.</summary>
    public bool IsNamed(ulong key) => _names.Holds(key);

    /// <summary>Whether some name begins with a word of this key.</summary>
    public bool Begins(ulong word) => _beginnings.Contains(word);

    /// <summary>The state that a word such as "Pakistani" or "Afghans" belongs to; null where none or several do.</summary>
    public Actor? StateOfAdjective(ulong word) => Only(_adjectives, word);

    /// <summary>The state whose capital bears a name; null where none or several do.</summary>
    public Actor? StateOfCapital(ReadOnlySpan<char> name) => Only(_capitals, AliasKey.Of(name));

    /// <summary>The people whose family name it is; may be empty.</summary>
    public ImmutableArray<Actor> OfFamily(ReadOnlySpan<char> name) => All(_families, AliasKey.Of(name), _rows.Actors);

    /// <summary>Whether words are the title of some office.</summary>
    public bool IsTitle(ulong key) => _titles.Holds(key);

    /// <summary>The offices that bear a title, whosever they are; may be empty.</summary>
    public ImmutableArray<Office> OfficesTitled(ulong title) => All(_titles, title, _rows.Offices);

    /// <summary>The offices of a state or organisation that bear a title; may be empty.</summary>
    public ImmutableArray<Office> OfficesTitled(ulong title, string owner) => All(_owned, Owned(title, owner), _rows.Offices);

    /// <summary>The generic role that words name, or null.</summary>
    public Role? RoleOf(ulong words) => _roles.Next(words, -1) is >= 0 and var slot ? _rows.Roles[_roles[slot]] : null;

    /// <summary>The body of a state that a description fits best by the words of its names; null where none or several do.</summary>
    /// <param name="state">The state's id.</param>
    /// <param name="words">The lemmas of the description, in small letters.</param>
    /// <param name="least">How many words must be shared; those of body and description all alike, or two or more that
    /// are at least half of the description's.</param>
    public Actor? BodyOf(string state, ImmutableArray<string> words, int least)
    {
        Span<ulong> keys = stackalloc ulong[MostWords];
        var count = 0;
        foreach (var word in words)
        {
            foreach (var part in word.AsSpan().Split('-'))
            {
                if (count < keys.Length) keys[count++] = BodyWords.KeyOf(word.AsSpan(part)); // "cross-service" has two
            }
        }

        keys = keys[..count];
        var (best, most, several) = ((Actor?)null, Math.Max(1, least) - 1, false);
        foreach (var (body, names) in _bodyWords.GetOrAdd(state, WordsOfBodies))
        {
            var share = BodyWords.Shared(names, keys);
            if (share <= 0 || share < most || (share == most && best is null)) continue;
            several = share == most;
            (best, most) = (body, share);
        }

        return several ? null : best;
    }

    /// <summary>The only body of a kind that a state has on a day, bodies inside others aside; null where it has none or several.</summary>
    public Actor? OnlyBodyOf(string state, ActorKind kind, DateOnly? at)
    {
        Actor? only = null;
        foreach (var body in _bodies[state])
        {
            if (body.Kind != kind || (at is { } day ? !body.Period.MayHold(day) : body.Period.To is not null) || IsInside(body, kind)) continue;
            if (only is not null) return null;
            only = body;
        }

        return only;
    }

    /// <summary>The people whose full name has the same consonants, for names that are written in more than one way.</summary>
    public ImmutableArray<Actor> OfConsonants(ReadOnlySpan<char> name) => All(_consonants.Value, NameSkeleton.Of(name), _rows.Actors);

    public ImmutableArray<Tenure> TenuresOf(string office) => _byOffice.TryGetValue(office, out var range)
        ? _rows.Tenures.Slice(range.Start, range.End - range.Start)
        : [];

    public ImmutableArray<Tenure> OfficesOf(string person) => [.. _byPerson[_rows.Resolve(person)]];

    public ImmutableArray<Membership> MembershipsOf(string person) => [.. _memberships[_rows.Resolve(person)]];

    public ImmutableArray<Membership> MembersOf(string organisation) => [.. _members[_rows.Resolve(organisation)]];

    public Actor? HolderOf(string office, DateOnly at)
    {
        Tenure? holder = null;
        foreach (var tenure in TenuresOf(office))
        {
            if (!tenure.Period.MayHold(at)) continue;
            if (holder is not null && holder.Person != tenure.Person) return null;
            holder = tenure;
        }

        return holder is not null && holder.Period.Holds(at) && _rows.TryFind(holder.Person, out var actor) ? actor : null;
    }

    /// <summary>The name without the article before it.</summary>
    public static ReadOnlySpan<char> WithoutThe(ReadOnlySpan<char> name) =>
        name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(Actor actor, int place)
    {
        AddName(actor.Name, false, place);
        foreach (var alias in actor.Aliases) AddName(alias.Text, alias.NeedsSupport, place);
        if (actor.State is { } state)
        {
            foreach (var word in state.Adjectives.AsSpan()) AddAdjective(word, place);
            foreach (var word in state.People.AsSpan()) AddAdjective(word, place);
            foreach (var capital in state.Capitals.AsSpan())
            {
                if (!capital.EndsWith('?')) AddOnce(_capitals, AliasKey.Of(capital), place);
            }
        }

        if (actor.Kind != ActorKind.Person) return;
        AddFamily(actor.Name, place);
        foreach (var alias in actor.Aliases)
        {
            if (!alias.NeedsSupport) AddFamily(alias.Text, place);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(Office office, int place)
    {
        foreach (var title in office.Titles)
        {
            var key = AliasKey.Of(title);
            AddOnce(_titles, key, place);
            if (office.Country is { } country) AddOnce(_owned, Owned(key, country), place);
            if (office.Organisation is { } organisation) AddOnce(_owned, Owned(key, organisation), place);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddName(ReadOnlySpan<char> name, bool needsSupport, int place)
    {
        var flags = (needsSupport ? NeedsSupport : 0) | (AliasKey.IsAcronym(name) ? Acronym : 0)
            | (name.Contains(' ') && LastWord(name) is [var first, ..] && char.IsUpper(first) ? Capital : 0);
        AddOnce(_names, AliasKey.Of(name), (place << FlagBits) | flags);
        _beginnings.Add(AliasKey.OfFirst(name));
    }

    // "al-Sisi" is found as "Sisi" too.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddFamily(ReadOnlySpan<char> name, int place)
    {
        var space = name.LastIndexOf(' ');
        if (space < 0) return;
        var family = name[(space + 1)..];
        AddOnce(_families, AliasKey.Of(family), place);
        var hyphen = family.IndexOf('-');
        if (hyphen is 2 && family.StartsWith("al", StringComparison.OrdinalIgnoreCase)) AddOnce(_families, AliasKey.Of(family[3..]), place);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddAdjective(string word, int place)
    {
        AddOnce(_adjectives, AliasKey.Of(word), place);
        _beginnings.Add(AliasKey.OfFirst(word));
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> name) => name.TrimEnd()[(name.TrimEnd().LastIndexOf(' ') + 1)..];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddOnce(KeyTable table, ulong key, int value)
    {
        for (var slot = table.Next(key, -1); slot >= 0; slot = table.Next(key, slot))
        {
            if (table[slot] == value) return;
        }

        table.Add(key, value);
    }

    private ImmutableArray<(Actor, ImmutableArray<ImmutableArray<ulong>>)> WordsOfBodies(string state) =>
        [.. _bodies[state].Select(body => (body, BodyWords.Of(body, word => StateOfAdjective(AliasKey.Of(word)) is not null || IsState(word))))];

    private bool IsState(ReadOnlySpan<char> word)
    {
        foreach (var (actor, _) in Named(word))
        {
            if (actor.Kind == ActorKind.State) return true;
        }

        return false;
    }

    private bool IsInside(Actor body, ActorKind kind)
    {
        foreach (var parent in body.Parents)
        {
            if (_rows.TryFind(parent.Parent, out var whole) && whole.Kind == kind) return true;
        }

        return false;
    }

    private KeyTable Consonants()
    {
        var table = new KeyTable();
        for (var i = 0; i < _rows.Actors.Length; i++)
        {
            if (_rows.Actors[i] is not { Kind: ActorKind.Person } person) continue;
            AddOnce(table, NameSkeleton.Of(person.Name), i);
            foreach (var alias in person.Aliases)
            {
                if (!alias.NeedsSupport) AddOnce(table, NameSkeleton.Of(alias.Text), i);
            }
        }

        return table;
    }

    private Actor? Only(KeyTable table, ulong key)
    {
        var slot = table.Next(key, -1);
        return slot >= 0 && table.Next(key, slot) < 0 ? _rows.Actors[table[slot]] : null;
    }

    private static ImmutableArray<T> All<T>(KeyTable table, ulong key, ImmutableArray<T> rows)
    {
        var found = ImmutableArray<T>.Empty;
        for (var slot = table.Next(key, -1); slot >= 0; slot = table.Next(key, slot)) found = found.Add(rows[table[slot]]);
        return found;
    }

    private static ulong Owned(ulong title, string owner)
    {
        foreach (var c in owner) title = (title ^ c) * 0x9E3779B97F4A7C15;
        return title;
    }
}
