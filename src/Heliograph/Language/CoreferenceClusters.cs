using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Mentions joined so far, and what is known of each chain from all its mentions.</summary>
internal sealed class CoreferenceClusters
{
    private readonly int[] _parent;
    private readonly State[] _states;

    public CoreferenceClusters(List<CoreferenceDraft> mentions)
    {
        Mentions = mentions;
        _parent = new int[mentions.Count];
        _states = new State[mentions.Count];
        for (var i = 0; i < mentions.Count; i++)
        {
            _parent[i] = i;
            var mention = mentions[i];
            _states[i] = new(mention.Type, mention.Form == MentionForm.Name, mention.Form != MentionForm.Pronoun, mention.Gender, mention.Number, 1) { HasIndefinite = mention.IsIndefinite };
        }
    }

    /// <summary>The mentions, in text order.</summary>
    public List<CoreferenceDraft> Mentions { get; }

    /// <summary>The chain of a mention, as the index of one of its mentions.</summary>
    public int Of(int mention)
    {
        while (_parent[mention] != mention) mention = _parent[mention] = _parent[_parent[mention]];
        return mention;
    }

    /// <summary>What is known of a mention's chain.</summary>
    public State StateOf(int mention) => _states[Of(mention)];

    /// <summary>Joins a mention to another and says why, unless what is known of the two chains speaks against it.</summary>
    public bool Join(CoreferenceDraft mention, CoreferenceDraft antecedent, string why, bool evenIfTypesDiffer = false)
    {
        var (a, b) = (Of(mention.Index), Of(antecedent.Index));
        if (a == b) return false;
        var (left, right) = (_states[a], _states[b]);
        if (Differ(left.Gender, right.Gender)) return false;
        if (!evenIfTypesDiffer && !Agree(left.Type, right.Type)) return false;
        if (mention.Antecedent < 0) (mention.Antecedent, mention.Why) = (antecedent.Index, why);
        else if (antecedent.Antecedent < 0) (antecedent.Antecedent, antecedent.Why) = (mention.Index, why);
        else return false;

        var (root, other) = a < b ? (a, b) : (b, a);
        _parent[other] = root;
        _states[root] = Together(_states[root], _states[other]);
        return true;
    }

    /// <summary>Whether two types may be of one chain.</summary>
    public static bool Agree(MentionType? a, MentionType? b) =>
        a is not { } left || b is not { } right || left == right || (IsPeople(left) && IsPeople(right))
        || (left, right) is (MentionType.Group, MentionType.Organisation) or (MentionType.Organisation, MentionType.Group)
        || (left is MentionType.Place or MentionType.State && right is MentionType.Place or MentionType.State);

    private static bool IsPeople(MentionType type) => type is MentionType.Person or MentionType.Group;

    private static bool Differ(Gender a, Gender b) => a != Gender.Unknown && b != Gender.Unknown && a != b;

    private static State Together(State a, State b) => new(
        a.HasName || !b.HasName ? a.Type ?? b.Type : b.Type ?? a.Type,
        a.HasName || b.HasName,
        a.HasDescription || b.HasDescription,
        a.Gender != Gender.Unknown ? a.Gender : b.Gender,
        a.Number != GrammaticalNumber.Unknown ? a.Number : b.Number,
        a.Count + b.Count)
    { HasIndefinite = a.HasIndefinite || b.HasIndefinite };

    /// <summary>What is known of a chain.</summary>
    /// <param name="Type">What it is about.</param>
    /// <param name="HasName">Whether a name is among its mentions.</param>
    /// <param name="HasDescription">Whether a name or a description is among them.</param>
    /// <param name="Gender">The gender that one of them tells.</param>
    /// <param name="Number">The number that one of them tells.</param>
    /// <param name="Count">How many mentions it has.</param>
    public readonly record struct State(MentionType? Type, bool HasName, bool HasDescription, Gender Gender, GrammaticalNumber Number, int Count)
    {
        /// <summary>Whether one of the mentions is told as one of a kind: "a minister".</summary>
        public bool HasIndefinite { get; init; }
    }
}
