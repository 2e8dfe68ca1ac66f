using Heliograph.Ledger;

namespace Heliograph.Web.Pages.Reviewing;

/// <summary>What a button of the card says, in the words of a correction.</summary>
/// <param name="Verb">What is done.</param>
/// <param name="Field">Which field is changed; null where none is.</param>
/// <param name="Value">What it should be; null where nothing is changed.</param>
public sealed record Judgement(CorrectionVerb Verb, string? Field = null, string? Value = null)
{
    private static readonly string[] Fields = ["type", "mode", "factuality", "act", "naming", "actor", "recipient", "source", "content"];

    /// <summary>Reads what a form says.</summary>
    /// <param name="said">The button: <c>accept</c>, <c>reject</c>, <c>swap</c>, <c>field:value</c>, or a field whose value another control has.</param>
    /// <param name="control">The value of a control by its name; empty where there is none.</param>
    /// <returns>Null where it says nothing that can be done.</returns>
    public static Judgement? Of(string said, Func<string, string> control)
    {
        switch (said)
        {
            case "accept": return new(CorrectionVerb.Accept);
            case "reject": return new(CorrectionVerb.Reject);
            case "swap": return new(CorrectionVerb.Change, "roles", "swap");
        }

        var parts = said.Split(':', 2);
        var value = parts.Length > 1 ? parts[1] : control(parts[0]);
        return Fields.Contains(parts[0]) && value.Length > 0 ? new(CorrectionVerb.Change, parts[0], value) : null;
    }

    /// <summary>What was said, for people: "accepted", "type ASSAULT".</summary>
    public static string Text(Correction said) => said.Verb switch
    {
        CorrectionVerb.Accept => "accepted",
        CorrectionVerb.Reject => "rejected",
        CorrectionVerb.Merge => "merged into " + Shown.Line(said.Value, 80),
        CorrectionVerb.Split => "made one of its own again",
        CorrectionVerb.Change when said.Field == "roles" => "roles swapped",
        CorrectionVerb.Change when said.Field is "actor" or "recipient" or "source" or "content" => $"other words for the {said.Field}",
        CorrectionVerb.Change => $"{said.Field} {Shown.Line(said.Value, 60)}",
        _ => throw new InvalidOperationException($"No words are known for {said.Verb}. Add them here."),
    };
}
