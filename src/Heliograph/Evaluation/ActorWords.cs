using System.Collections.Frozen;
using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;

namespace Heliograph.Evaluation;

/// <summary>Tells whether the words of an argument stand for an actor that the gold gives by name.</summary>
/// <remarks>
/// They do when every word of the name is among them, when they are part of the name and not the whole name of another
/// actor of the gold ("Biden" for "Joe Biden"), when they hold its initials ("US"), or when the gold marks the same
/// words as a source and says that it is this actor. Articles, possessives, small words and letter case count for
/// nothing; a country and its adjective are one word where they differ by their ending ("Pakistani"). Not known:
/// pronouns and names by another word ("Islamabad").
/// </remarks>
internal sealed class ActorWords
{
    private const int ShortestStem = 4; // letters that a country and its adjective must share

    private static readonly FrozenSet<string> SmallWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "a", "an", "the", "its", "his", "her", "their", "our", "my", "of", "and", "s");

    // "Pakistan" and "Pakistani", "China" and "Chinese", "Afghanistan" and "Afghan"; not "Niger" and "Nigeria".
    private static readonly FrozenSet<string> CountryEndings = FrozenSet.Create(StringComparer.Ordinal, "", "a", "e", "y", "ia");
    private static readonly FrozenSet<string> AdjectiveEndings =
        FrozenSet.Create(StringComparer.Ordinal, "i", "n", "an", "ian", "ic", "ese", "ish");
    private static readonly FrozenSet<string> DroppedEndings = FrozenSet.Create(StringComparer.Ordinal, "istan", "stan", "land");

    private readonly string _text;
    private readonly ImmutableArray<GoldStatement> _statements;
    private readonly ImmutableArray<ImmutableArray<string>> _known; // the words of every actor that the gold names

    public ActorWords(string text, GoldReport gold)
    {
        (_text, _statements) = (text, gold.Statements);
        _known =
        [
            .. gold.Events.SelectMany(e => new[] { e.Actor, e.Recipient })
                .Concat(gold.Statements.Select(statement => statement.SourceActor))
                .OfType<string>().Distinct(StringComparer.Ordinal).Select(Words),
        ];
    }

    /// <summary>Whether one of the arguments stands for the actor; without an actor, whether there are none.</summary>
    public bool Name(string? actor, ImmutableArray<Argument> arguments) =>
        actor is null ? arguments.IsEmpty : arguments.Any(argument => StandsFor(argument.Span, actor));

    private bool StandsFor(TextSpan span, string actor)
    {
        var (name, words) = (Words(actor), Words(span.In(_text).ToString()));
        if (name.All(word => words.Any(other => Same(word, other)))) return true;
        if (words.Contains(Initials(actor))) return true;
        if (_statements.Any(s => s.SourceActor == actor && s.Source is { } source && source.Overlaps(span))) return true;
        return words.Length > 0 && words.All(word => name.Any(other => Same(word, other))) &&
            !_known.Any(other => other.Length == words.Length && other.All(word => words.Any(w => Same(word, w))));
    }

    private static ImmutableArray<string> Words(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsInnerStop(text, end))) end++;
            var word = text[start..end].Replace(".", "", StringComparison.Ordinal);
            if (word.Length > 0 && !SmallWords.Contains(word)) words.Add(word);
            start = end + 1;
        }

        return words.ToImmutable();
    }

    private static bool IsInnerStop(string text, int i) => text[i] == '.' && i > 0 && char.IsUpper(text[i - 1]);

    private static string Initials(string name) => string.Concat(Words(name).Select(word => word[0]).Where(char.IsUpper)) is
    { Length: > 1 } initials ? initials : "\0";

    private static bool Same(string left, string right)
    {
        if (left.Equals(right, StringComparison.OrdinalIgnoreCase)) return true;
        var shared = 0;
        while (shared < left.Length && shared < right.Length && left[shared] == right[shared]) shared++;
        if (shared < ShortestStem || !char.IsUpper(left[0])) return false;
        return IsCountryOf(left[shared..], right[shared..]) || IsCountryOf(right[shared..], left[shared..]);
    }

    private static bool IsCountryOf(string country, string adjective) =>
        (CountryEndings.Contains(country) && AdjectiveEndings.Contains(adjective)) ||
        (DroppedEndings.Contains(country) && adjective.Length == 0);
}
