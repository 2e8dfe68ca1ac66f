using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Language;

namespace Heliograph.Ledger;

/// <summary>The chains of a report's mentions, by the tokens that head them.</summary>
internal sealed class LocalChains
{
    private readonly Dictionary<int, (int Chain, int Mention)> _byHead = [];
    private readonly Dictionary<(int Start, int End), (int Chain, int Mention)> _byName = [];

    private LocalChains(Document document, ImmutableArray<Chain> chains)
    {
        All = chains;
        for (var i = 0; i < chains.Length; i++)
        {
            for (var k = 0; k < chains[i].Mentions.Length; k++) _byHead[chains[i].Mentions[k].Head] = (i, k);
        }

        foreach (var name in document.Names)
        {
            for (var head = name.Tokens.Start; head < name.Tokens.End; head++)
            {
                if (name.Tokens.Contains(document.Heads[head]) && document.Heads[head] != head) continue;
                if (At(head) is { } own) _byName[(name.Tokens.Start, name.Tokens.End)] = own;
                else if (At(document.Heads[head]) is { } title && chains[title.Chain].Mentions[title.Mention] is { Form: MentionForm.Name } whole
                    && whole.Tokens.Contains(head)) _byName[(name.Tokens.Start, name.Tokens.End)] = title;
                break;
            }
        }
    }

    /// <summary>The chains, in order of their first mention.</summary>
    public ImmutableArray<Chain> All { get; }

    /// <summary>The chains of a document whose statements are known.</summary>
    public static LocalChains Of(Document document, ImmutableArray<Attribution> attributions) =>
        new(document, Coreference.Find(document, Spoken.Of(attributions).AsSpan()));

    /// <summary>The chain and the mention that a token heads, as indices; null where it heads none.</summary>
    public (int Chain, int Mention)? At(int head) => _byHead.TryGetValue(head, out var found) ? found : null;

    /// <summary>The chain and the mention that a name stands in, as indices; null where it stands alone.</summary>
    public (int Chain, int Mention)? Of(Name name) =>
        _byName.TryGetValue((name.Tokens.Start, name.Tokens.End), out var found) ? found : null;

    /// <summary>Why a mention is in its chain: why it was joined, or the first name that was joined to it; null for one
    /// that others were joined to only.</summary>
    public string? Why((int Chain, int Mention) place)
    {
        var mentions = All[place.Chain].Mentions;
        return mentions[place.Mention].Why
            ?? mentions.FirstOrDefault(other => other.Antecedent == place.Mention && other.Form == MentionForm.Name)?.Why;
    }
}
