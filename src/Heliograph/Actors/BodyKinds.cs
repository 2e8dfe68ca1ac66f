using System.Collections.Immutable;

namespace Heliograph.Actors;

/// <summary>Nouns of which a state has one body as a rule: its parliament, its central bank.</summary>
internal static class BodyKinds
{
    /// <summary>The kind of body that a description's last words name; null where they name none.</summary>
    /// <param name="words">Lemmas in small letters, the head last.</param>
    public static ActorKind? Of(ImmutableArray<string> words) => words switch
    {
        [.., "parliament" or "legislature"] => ActorKind.Parliament,
        [.., "intelligence" or "spy" or "secret", "agency" or "service"] => ActorKind.Intelligence,
        [.., "central", "bank"] => ActorKind.Bank,
        _ => null,
    };
}
