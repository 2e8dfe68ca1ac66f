namespace Heliograph.Actors;

/// <summary>Looks actors up by the words a person typed.</summary>
public static class ActorSearch
{
    /// <summary>The actors that words name: as a whole, or part by part an office and its owner.</summary>
    public static IReadOnlyList<Actor> Find(ActorRegister register, IReadOnlyList<string> words, DateOnly? at)
    {
        var whole = string.Join(' ', words);
        var found = register.Named(whole).Select(match => match.Actor).ToList();
        if (found.Count == 0) found = [.. HoldersOf(register, words, at)];
        if (found.Count == 0)
        {
            var parts = whole.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            found = [.. register.Actors.Where(actor => actor.Aliases.Select(alias => alias.Text).Prepend(actor.Name).Append(actor.Id)
                .Any(name => parts.All(part => name.Contains(part, StringComparison.OrdinalIgnoreCase))))];
        }

        return [.. found.DistinctBy(actor => actor.Id)];
    }

    // "prime minister" "Pakistan", in any order and cut anywhere
    private static IEnumerable<Actor> HoldersOf(ActorRegister register, IReadOnlyList<string> words, DateOnly? at)
    {
        var parts = string.Join(' ', words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var cut = 1; cut < parts.Length; cut++)
        {
            var (one, other) = (string.Join(' ', parts[..cut]), string.Join(' ', parts[cut..]));
            foreach (var (title, owner) in new[] { (one, other), (other, one) })
            {
                foreach (var match in register.Named(owner))
                {
                    foreach (var office in register.OfficesTitled(title, match.Actor.Id))
                    {
                        foreach (var tenure in register.TenuresOf(office.Id))
                        {
                            if ((at is not { } day || tenure.Period.MayHold(day)) && register.TryFind(tenure.Person, out var person)) yield return person;
                        }
                    }
                }
            }
        }
    }
}
