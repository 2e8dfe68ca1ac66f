namespace Heliograph.Actors;

/// <summary>Knows people whose full name the register has in another spelling, by what the report says of them.</summary>
/// <remarks>
/// The farther the spelling, the more else must agree: the same first name and the same organisation or office bear a
/// family name that is mostly another; the same consonants ("Hussein", "Husain") bear a state. Must fire on "Elisa
/// Marek, a fellow at the Lisle Institute" for its fellow Elisa Merrick; must not on her brother Elias.
/// </remarks>
internal sealed class PersonSpellings(ActorRegister register, DescriptionLinks described, NamedActors named)
{
    private const int Eighths = 8; // of the longer family name that may differ
    private const int Far = 5;     // by organisation or office
    private const int Near = 2;    // by a title alone

    private readonly RegisterIndex _index = register.Index;

    /// <summary>The one person who fits, and why; null where nobody or several do.</summary>
    /// <param name="written">The full name as the report has it.</param>
    /// <param name="descriptions">What the report says of its bearer.</param>
    public (Actor Person, string Why)? Of(ReadOnlySpan<char> written, IReadOnlyList<Description> descriptions)
    {
        if (written.LastIndexOf(' ') < 0) return null;
        var name = written.ToString();
        return Only(InBodies(descriptions), name, Far) ?? OfConsonants(name, descriptions) ?? Only(InOffices(descriptions), name, Near);
    }

    private IEnumerable<(string Person, string Why)> InBodies(IReadOnlyList<Description> descriptions)
    {
        foreach (var words in descriptions)
        {
            foreach (var body in words.Owners)
            {
                if (body.Kind is ActorKind.State or ActorKind.Person) continue;
                foreach (var row in register.MembersOf(body.Id)) yield return (row.Person, body.Id);
            }

            foreach (var office in described.OfficesOf(words))
            {
                foreach (var tenure in register.TenuresOf(office.Id)) yield return (tenure.Person, office.Id);
            }
        }
    }

    // "President Laurent Gbago", where nothing but the title and the first name tells whose
    private IEnumerable<(string Person, string Why)> InOffices(IReadOnlyList<Description> descriptions)
    {
        foreach (var words in descriptions)
        {
            if (words.Title == 0 || !words.Owners.IsEmpty) continue;
            foreach (var office in _index.OfficesTitled(words.Title))
            {
                foreach (var tenure in register.TenuresOf(office.Id)) yield return (tenure.Person, office.Id);
            }
        }
    }

    private (Actor, string)? Only(IEnumerable<(string Person, string Why)> candidates, string written, int farthest)
    {
        (Actor Person, string Why)? found = null;
        var (given, family) = Parts(written);
        foreach (var (id, why) in candidates)
        {
            if (!register.TryFind(id, out var person)) continue;
            if (farthest < Far && char.ToUpperInvariant(person.Name[person.Name.LastIndexOf(' ') + 1]) != char.ToUpperInvariant(family[0])) continue;
            var (knownGiven, knownFamily) = Parts(person.Name);
            var longer = Math.Max(family.Length, knownFamily.Length);
            var isSame = AliasKey.Of(given) == AliasKey.Of(knownGiven);
            if (!isSame && (farthest < Far || SpellingDistance.Of(given, knownGiven) > knownGiven.Length / 4)) continue;
            if (SpellingDistance.Of(family, knownFamily) > (isSame ? longer * farthest / Eighths : longer / 4)) continue;
            if (found is { } other && other.Person.Id != person.Id) return null;
            found ??= (person, $"spelling \"{(isSame ? family : written)}\" ~ \"{(isSame ? knownFamily : person.Name)}\", {(isSame ? "first name, " : "")}{why}");
        }

        return found;
    }

    // "Pakistani diplomat Hussein Haqqani" for Husain Haqqani, who was an ambassador of that state
    private (Actor, string)? OfConsonants(string written, IReadOnlyList<Description> descriptions)
    {
        (Actor Person, string Why)? found = null;
        var (given, family) = Parts(written);
        foreach (var person in _index.OfConsonants(written))
        {
            var (knownGiven, knownFamily) = Parts(person.Name);
            if (SpellingDistance.Of(given, knownGiven) > Math.Max(given.Length, knownGiven.Length) / 2) continue;
            if (SpellingDistance.Of(family, knownFamily) > Math.Max(family.Length, knownFamily.Length) * 2 / 5) continue;
            if (Supported(person, descriptions) is not { } state) continue;
            if (found is { } other && other.Person.Id != person.Id) return null;
            found = (person, $"spelling \"{written}\" ~ \"{person.Name}\", {state}");
        }

        return found;
    }

    // The state that both the report and the register tell of somebody who serves it.
    private string? Supported(Actor person, IReadOnlyList<Description> descriptions)
    {
        foreach (var words in descriptions)
        {
            if (words.Title == 0 && words.Role is null) continue;
            var sector = described.CodesOf([words with { IsFormer = false }])?.Sector;
            foreach (var tenure in register.OfficesOf(person.Id))
            {
                if (!register.TryFindOffice(tenure.Office, out var office) || office.Country is not { } country) continue;
                if (words.State is { } state ? state == country : named.NamesState(country) && words.Title != 0 && office.Titles.Any(title => AliasKey.Of(title) == words.Title))
                {
                    if (sector is null || sector == office.Sector) return country;
                }
            }
        }

        return null;
    }

    private static (string Given, string Family) Parts(string name) =>
        (name[..Math.Max(0, name.IndexOf(' ', StringComparison.Ordinal))], name[(name.LastIndexOf(' ') + 1)..]);
}
