using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Ledger;

namespace Heliograph.Tests.Evaluation;

public class JudgementTests
{
    private static readonly Report Notice = new("Korvan notice 1: seized met warned marched.") { Input = "notice.txt" };

    [Fact]
    public void An_accepted_entry_is_right_and_a_rejected_one_wrong()
    {
        Assert.True(Said(Says(CorrectionVerb.Accept)));
        Assert.False(Said(Says(CorrectionVerb.Reject)));
    }

    [Fact]
    public void The_last_word_counts()
    {
        Assert.True(Said(Says(CorrectionVerb.Reject), Says(CorrectionVerb.Accept)));
        Assert.False(Said(Says(CorrectionVerb.Accept), Says(CorrectionVerb.Reject)));
        Assert.True(Said(Says(CorrectionVerb.Accept), Says(CorrectionVerb.Reject) with { Undone = true }));
    }

    [Fact]
    public void A_changed_entry_was_wrong_as_read_even_if_it_is_accepted_then()
    {
        Assert.False(Said(Says(CorrectionVerb.Change, "type", "SANCTION"), Says(CorrectionVerb.Accept)));
    }

    [Fact]
    public void Who_an_actor_is_or_what_was_taken_back_is_no_judgement()
    {
        Assert.Null(Said(Says(CorrectionVerb.Change, "who", "a=b")));
        Assert.Null(Said(Says(CorrectionVerb.Reject) with { Undone = true }));
        Assert.Null(Said());
    }

    private static bool? Said(params Correction[] corrections) => Judgement.Of(Notice, InventedJudgements.Event(Notice, 0, 0.8), corrections)?.IsRight;

    private static Correction Says(CorrectionVerb verb, string? field = null, string? value = null) =>
        new() { Kind = "event", Anchor = "", Verb = verb, Field = field, Value = value, Author = "Ines", At = default };
}
