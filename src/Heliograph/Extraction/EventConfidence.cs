using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>How sure an event is: the share of events with such signs that are right, as <c>event-confidence-weights.tsv</c> has learnt it.</summary>
/// <remarks>
/// Ridge regression of right (1) and wrong (0) on a handful of signs: type, how much the frame asks for, what fills the
/// roles and how it was found, where the trigger stands. <c>heliograph-training event-confidence</c> writes the table and
/// prints what the figure is worth on held-out sentences.
/// </remarks>
internal static class EventConfidence
{
    private const double Least = 0.05; // nothing is certain, and nothing printed is hopeless
    private const double Most = 0.98;

    private static readonly ModelWeights Weights = new("event-confidence-weights");

    /// <summary>The confidence of an event with these signs, with the weights that ship for the model that read; from 0 to 1.</summary>
    public static double Of(ImmutableArray<string> signs, ReadingModel model)
    {
        var weights = Weights.Of(model);
        var sum = weights.GetValueOrDefault("bias");
        foreach (var sign in signs) sum += weights.GetValueOrDefault(sign);
        return Within(sum);
    }

    /// <summary>A sum of weights as a share.</summary>
    public static double Within(double sum) => Math.Clamp(sum, Least, Most);

    /// <summary>What of a draft tells whether it is right.</summary>
    public static ImmutableArray<string> Signs(Syntax syntax, EventDraft draft, Plausible plausible)
    {
        var (frame, token) = (draft.Match.Frame, draft.Match.Token);
        var demands = Math.Min(frame.Weight / 3, 4);
        return
        [
            $"type={frame.Type}",
            $"pos={frame.PartOfSpeech}",
            string.Create(CultureInfo.InvariantCulture, $"demands={demands}"),
            $"actor={plausible.StandingOf(draft.Actors)}",
            $"recipient={plausible.StandingOf(draft.Recipients)}",
            $"reached={draft.RecipientWasReached}",
            $"stands={Place(syntax, token)}",
            $"carried={draft.Match.Carrier >= 0}",
            draft.Tellings.Count > 1 ? "told=again" : "told=once",
            $"public={plausible.IsPublic}",
            $"type={frame.Type},actor={plausible.StandingOf(draft.Actors)}",
        ];
    }

    private static string Place(Syntax syntax, int token) => syntax.IsRoot(token) ? "root" : syntax.Deprel(token) switch
    {
        Deprel.Ccomp or Deprel.Xcomp => "complement",
        Deprel.Advcl => "adjunct",
        Deprel.Acl => "relative",
        Deprel.Conj or Deprel.Parataxis => "beside",
        _ => "nominal",
    };
}
