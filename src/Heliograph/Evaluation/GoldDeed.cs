using System.Collections.Immutable;
using System.Text.Json;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>A sentence of PLOVER's own gold with the one event that is marked in it. Spans are in code units of the text.</summary>
/// <param name="Id">Its id in the gold file.</param>
/// <param name="Text">The sentence as it stands.</param>
/// <param name="Type">The PLOVER type by today's name.</param>
/// <param name="Phrase">The pieces of the event's words; may be empty where the markup cannot be placed.</param>
/// <param name="Actors">Who did it.</param>
/// <param name="Recipients">To whom; who stands in an event that goes both ways is on both sides.</param>
public sealed record GoldDeed(
    string Id, string Text, string Type, ImmutableArray<TextSpan> Phrase, ImmutableArray<TextSpan> Actors, ImmutableArray<TextSpan> Recipients)
{
    /// <summary>Reads one line of <c>plover-gsr.jsonl</c>.</summary>
    /// <exception cref="FormatException">A field is missing or of another kind.</exception>
    public static GoldDeed Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var text = root.GetProperty("text").GetString()!;
            var (marks, _) = Marks(text, root.GetProperty("markup").GetString()!);
            return new(
                root.GetProperty("id").GetString()!,
                text,
                TypeOf(root.GetProperty("gold")[0].GetProperty("code").GetString()!),
                Of(marks, "EVT"),
                Of(marks, "SRC"),
                Of(marks, "TAR"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw new FormatException($"Marked sentence: {e.Message} Expected id, text, markup and one event in gold.", e);
        }
    }

    /// <summary>Today's name of a type that PLOVER has renamed.</summary>
    public static string TypeOf(string type) => type switch
    {
        "DEMAND" => "REQUEST",
        "DISAPPROVE" or "INVESTIGATE" => "ACCUSE",
        "FIGHT" => "ASSAULT",
        _ => type,
    };

    private static ImmutableArray<TextSpan> Of(List<(string Roles, TextSpan Span)> marks, string role) =>
        [.. marks.Where(mark => mark.Roles.Split('/').Contains(role)).Select(mark => mark.Span).OrderBy(span => span.Start)];

    // "(SRC: Norland) (EVT: attacked) (TAR: the (EVT: camp))": walks both strings, and leaves a mark where a role closes
    private static (List<(string Roles, TextSpan Span)> Marks, int At) Marks(string text, string markup)
    {
        var (marks, open, at) = (new List<(string, TextSpan)>(), new Stack<(string? Roles, int Start)>(), 0);
        for (var i = 0; i < markup.Length; i++)
        {
            if (markup[i] == '(')
            {
                var roles = RolesAt(markup, i);
                open.Push((roles, at));
                if (roles is not null)
                {
                    i += roles.Length + 2;
                    while (i + 1 < markup.Length && markup[i + 1] == ' ') i++;
                    continue;
                }
            }
            else if (markup[i] == ')' && open.TryPop(out var mark) && mark.Roles is { } closed)
            {
                if (at > mark.Start) marks.Add((closed, new(mark.Start, at)));
                continue;
            }

            if (at < text.Length && text[at] == markup[i]) at++;
        }

        return (marks, at);
    }

    private static string? RolesAt(string markup, int parenthesis)
    {
        var colon = markup.IndexOf(':', parenthesis);
        if (colon < 0) return null;
        var roles = markup[(parenthesis + 1)..colon];
        return roles.Length < 20 && roles.Split('/').All(role => role is "SRC" or "TAR" or "EVT" or "LOC" or "OTH" or "DATE") ? roles : null;
    }
}
