using System.Collections.Immutable;

namespace Heliograph.Actors;

/// <summary>The words that the names of a body are made of, to know it by a description: "Pakistan's intelligence services".</summary>
internal static class BodyWords
{
    /// <summary>The keys of the words of each name; without small words, and those of states.</summary>
    public static ImmutableArray<ImmutableArray<ulong>> Of(Actor body, Func<string, bool> isState) =>
    [
        .. body.Aliases.Select(alias => alias.Text).Prepend(body.Name).Select(name => name.Split(' ', '-')
            .Where(word => word.Length >= 3 && word is not ("and" or "the" or "for") && !isState(word))
            .Select(word => KeyOf(word)).ToImmutableArray()),
    ];

    /// <summary>The key of a word, the same for one and for many: "services" and "service".</summary>
    public static ulong KeyOf(ReadOnlySpan<char> word) => AliasKey.Of(
        word.EndsWith("ies", StringComparison.OrdinalIgnoreCase) ? $"{word[..^3]}y" : word is [_, _, .., 's'] ? word[..^1] : word);

    /// <summary>How many words the best of the names shares with a description; 0 where they are too few to tell it by.</summary>
    public static int Shared(ImmutableArray<ImmutableArray<ulong>> names, ReadOnlySpan<ulong> description)
    {
        var most = 0;
        foreach (var name in names)
        {
            var shared = 0;
            foreach (var word in name)
            {
                if (description.Contains(word)) shared++;
            }

            var isSame = shared == name.Length && shared == description.Length;
            if (shared > most && (isSame || (shared >= 2 && shared * 2 >= description.Length))) most = shared;
        }

        return most;
    }
}
