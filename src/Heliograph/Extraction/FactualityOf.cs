using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Reads how an event stands to the world, in the eyes of the innermost voice that tells it.</summary>
/// <remarks>
/// Walks from the trigger up the tree: negation, modals, tense and mood on the trigger's own clause first, then each
/// word that governs it ("failed to", "plans to", "fears of", "without"), as <c>governors.tsv</c> weighs them, and last
/// the statement that it is the content of. The first word that takes the event out of the world decides; a second
/// negation turns the first. Words that only tell who says so ("alleged that") change nothing where the statement was
/// found, since the event is then in that voice; where it was not, they make the event a possible one.
/// </remarks>
internal static class FactualityOf
{
    private const int MaxSteps = 40; // longer chains are lists or broken trees

    /// <summary>The factuality of the event at a token, and the words of likelihood that govern it, if any.</summary>
    /// <param name="syntax">The document.</param>
    /// <param name="trigger">The token that heads the trigger.</param>
    /// <param name="statements">The statements found in the document.</param>
    public static (Factuality Factuality, TextSpan? Likelihood) Trigger(Syntax syntax, int trigger, StatementsByToken statements)
    {
        var statement = statements.At(trigger);
        var walk = new FactualityWalk(syntax, statement);
        walk.Climb(trigger);
        var found = walk.Result;
        if (statement is null) return (found, walk.Likelihood);
        return (InVoice(syntax, trigger, found, statement), walk.Likelihood ?? LikelihoodWords.At(syntax, statement.CueHead));
    }

    private static Factuality InVoice(Syntax syntax, int trigger, Factuality found, Attribution statement) => statement switch
    {
        { Negated: true } => Unsaid(syntax, trigger, found, statement),
        _ => InVoice(syntax, trigger, found, statement, statement.Act),
    };

    // "did not say that they fled", "did not promise to leave"
    private static Factuality Unsaid(Syntax syntax, int trigger, Factuality found, Attribution statement) => found switch
    {
        Factuality.Planned or Factuality.AskedFor => Factuality.DidNotHappen,
        Factuality.Happened or Factuality.Ongoing when syntax.Tag(trigger) == PartOfSpeech.Verb && statement.Commitment != Commitment.Fact
            && !IsBackground(syntax, trigger, statement) => Factuality.Possible,
        _ => found,
    };

    private static Factuality InVoice(Syntax syntax, int trigger, Factuality found, Attribution statement, string act) => act switch
    {
        "deny" when found is Factuality.Happened or Factuality.Ongoing => IsBackground(syntax, trigger, statement) ? found : Factuality.DidNotHappen,
        "deny" when found is Factuality.Possible && IsClaimed(syntax, trigger, statement) => Factuality.DidNotHappen,
        "fear" or "hope" or "predict" when found is Factuality.Happened or Factuality.Ongoing => Factuality.Possible,
        "warn" when found is Factuality.Happened && !IsPast(syntax, trigger) && !IsAside(syntax, trigger, statement) => Factuality.Possible,
        "ask" when statement.Commitment == Commitment.Question && found is Factuality.Happened or Factuality.Ongoing =>
            IsCircumstance(syntax, statement) ? found : Factuality.Possible,
        "order" or "ask" when found is Factuality.Happened or Factuality.Ongoing => Factuality.AskedFor,
        "promise" or "threaten" when found is Factuality.Happened or Factuality.Ongoing => Factuality.Planned,
        _ => found,
    };

    // "denied involvement in the attack": what is denied is the involvement
    private static bool IsBackground(Syntax syntax, int trigger, Attribution statement)
    {
        for (var (token, steps) = (trigger, 0); steps < MaxSteps && token != statement.CueHead && !syntax.IsRoot(token); token = syntax.Head(token), steps++)
        {
            if (syntax.Deprel(token) == Deprel.Nmod || syntax.Is(token, Deprel.Acl, "relcl")) return true;
        }

        return false;
    }

    // "dismissed claims that they fled": what others claim is what is denied
    private static bool IsClaimed(Syntax syntax, int trigger, Attribution statement)
    {
        for (var (token, steps) = (trigger, 0); steps < MaxSteps && token != statement.CueHead && !syntax.IsRoot(token); token = syntax.Head(token), steps++)
        {
            if (token != trigger && syntax.Lemma(token) is "claim" or "allegation" or "accusation" or "report" or "suggestion" or "rumour" or "rumor" or "assertion"
                && syntax.Head(token) == statement.CueHead)
            {
                return true;
            }
        }

        return false;
    }

    // "support related to its invasion": a participle that describes tells what is known
    private static bool IsAside(Syntax syntax, int trigger, Attribution statement)
    {
        for (var (token, steps) = (trigger, 0); steps < MaxSteps && token != statement.CueHead && !syntax.IsRoot(token); token = syntax.Head(token), steps++)
        {
            if (syntax.Is(token, Deprel.Acl, "relcl") || (syntax.Deprel(token) == Deprel.Acl && syntax.TreebankTag(token) is "VBN" or "JJ")) return true;
        }

        return false;
    }

    // "asked why they had attacked": that they had is taken for granted
    private static bool IsCircumstance(Syntax syntax, Attribution statement)
    {
        var first = statement.Content[0].In(syntax.Document.Text);
        foreach (var word in (ReadOnlySpan<string>)["why", "who", "how", "when", "where"])
        {
            if (first.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static bool IsPast(Syntax syntax, int trigger)
    {
        if (syntax.TreebankTag(trigger) == "VBD") return true;
        var aux = syntax.Child(trigger, Deprel.Aux);
        return aux >= 0 && syntax.TreebankTag(aux) is "VBD" or "VBZ" or "VBP" && syntax.Lemma(aux) == "have";
    }
}
