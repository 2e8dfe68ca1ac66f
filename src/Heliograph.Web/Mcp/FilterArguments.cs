using System.Collections.Immutable;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Web.Api;

namespace Heliograph.Web.Mcp;

/// <summary>The keys of a filter as arguments of a tool, each of its own kind.</summary>
internal static class FilterArguments
{
    private static readonly string[] OfActors = ["actor", "by", "to", "source"];

    /// <summary>The arguments, in the order of the keys.</summary>
    public static ImmutableArray<Parameter> All { get; } = [.. Question.FilterKeys.Select(key => Of(key.Key, key.Meaning))];

    /// <summary>The filter of a call, with the names of actors resolved.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="names">Knows the actors.</param>
    /// <returns>The filter and whom its names were taken to mean; or what is wrong.</returns>
    public static (EntryFilter? Filter, ImmutableArray<MeantActor> Meant, ProblemBody? Problem) Read(Arguments arguments, ActorNames names)
    {
        var (pairs, meant) = (new List<string>(), ImmutableArray.CreateBuilder<MeantActor>());
        foreach (var (key, values) in arguments.Given.Where(one => All.Any(key => key.Name == one.Name)))
        {
            foreach (var value in values)
            {
                var asked = value;
                if (OfActors.Contains(key))
                {
                    var (actor, problem) = names.Resolve(arguments.Tool, key, value);
                    if (actor is null) return (null, [], problem);
                    if (actor.Id != value) meant.Add(actor);
                    asked = actor.Id;
                }

                pairs.Add($"{key}={Uri.EscapeDataString(asked)}");
            }
        }

        var (filter, error) = EntryFilter.Parse(string.Join('&', pairs));
        return filter is not null ? (filter, meant.ToImmutable(), null) : (null, [], new("Filter not understood", 400, $"{arguments.Tool}: {error}"));
    }

    private static Parameter Of(string key, string meaning) => key switch
    {
        "kind" => Many(key, meaning) with { Choices = ["mention", "statement", "event"] },
        "type" => Many(key, meaning) with { Choices = [.. Quads.Types, .. CueLexicon.Acts, .. Terms.AllMentionTypes] },
        "quad" => Many(key, meaning) with { Form = ValueForm.Whole, Least = 1, Most = Quads.Names.Count },
        "factuality" => Many(key, meaning) with { Choices = [.. Terms.AllFactualities] },
        "voice" => new Parameter(key, meaning) { Choices = ["outlet", "source"] },
        "copies" => new Parameter(key, meaning) { Choices = ["yes", "no"] },
        "confidence" => new Parameter(key, meaning) { Form = ValueForm.Number, Least = 0, Most = 1 },
        "from" or "until" or "published-from" or "published-until" => new(key, meaning) { Form = ValueForm.Day },
        "actor" or "by" or "to" or "source" => new(key, $"{meaning}; or a name, where it is one actor's") { IsMany = true },
        "text" or "report" => new(key, meaning),
        _ => Many(key, meaning),
    };

    private static Parameter Many(string key, string meaning) => new(key, $"{meaning}; of several any will do") { IsMany = true };
}
