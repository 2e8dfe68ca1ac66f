using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Finds chains of mentions: which names, descriptions and pronouns of a document stand for the same person,
/// group, organisation, state or place.</summary>
/// <remarks>
/// Rules in order of their precision: names, what stands in apposition or is said of a name, descriptions with
/// the same head, pronouns. A pronoun in doubt is left alone. Misses, by design: mentions of other things, of events,
/// and of parts of a chain ("both of them"). Time: linear in the text.
/// </remarks>
public static class Coreference
{
    /// <summary>The chains of a document, in order of their first mention; may be empty. Deterministic.</summary>
    /// <param name="document">The document.</param>
    /// <param name="spoken">What is quoted from whom, in any order, where that is known: "I" in it is who speaks.</param>
    public static ImmutableArray<Chain> Find(Document document, params ReadOnlySpan<SpokenWords> spoken)
    {
        var clusters = new CoreferenceClusters(CoreferenceMentions.Find(document));
        CoreferenceNames.Join(document, clusters);
        CoreferenceNominals.JoinBeside(document, clusters);
        CoreferenceNominals.JoinSameHead(document, clusters);
        CoreferenceVoices.Join(document, clusters, spoken);
        CoreferencePronouns.Join(document, clusters);
        return Chains(clusters);
    }

    private static ImmutableArray<Chain> Chains(CoreferenceClusters clusters)
    {
        var members = new SortedDictionary<int, List<CoreferenceDraft>>();
        foreach (var mention in clusters.Mentions)
        {
            var chain = clusters.Of(mention.Index);
            if (!members.TryGetValue(chain, out var list)) members[chain] = list = [];
            list.Add(mention);
        }

        var place = new int[clusters.Mentions.Count]; // of each mention, its index in its chain
        foreach (var list in members.Values)
        {
            for (var i = 0; i < list.Count; i++) place[list[i].Index] = i;
        }

        return [.. members.Values.Where(list => list.Count > 1).Select(list => new Chain([.. list.Select(Mention)], TypeOf(list)))];

        Mention Mention(CoreferenceDraft draft) => new()
        {
            Tokens = draft.Tokens,
            Head = draft.Head,
            Form = draft.Form,
            Type = draft.Type,
            Number = draft.Number,
            Gender = draft.Gender,
            Antecedent = draft.Antecedent < 0 ? null : place[draft.Antecedent],
            Why = draft.Why,
        };

        MentionType TypeOf(List<CoreferenceDraft> list) =>
            clusters.StateOf(list[0].Index).Type ?? MentionType.Person;
    }
}
