using System.Collections.Immutable;

namespace Heliograph.Web.Pages.Reports;

/// <summary>A layer of marks over a report.</summary>
/// <param name="Name">What a mark's class and the address call it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Letters">The letters of its roles.</param>
/// <param name="Meaning">What they stand for.</param>
/// <param name="IsOn">Whether it is on at first.</param>
public sealed record Layer(string Name, string Label, string Letters, string Meaning, bool IsOn)
{
    /// <summary>Every layer, in the order they are offered.</summary>
    public static ImmutableArray<Layer> All { get; } =
    [
        new("actors", "Actors", "A R", "A: who acts, R: whom it befalls", true),
        new("actions", "Actions", "D", "D: what is done", true),
        new("places", "Places", "P", "P: where", true),
        new("times", "Times", "T", "T: when", true),
        new("speech", "Speech", "S V “", "S: who says it, V: the verb of saying, “: what is said", true),
        new("expectations", "Expectations", "E L", "E: what a source predicts, warns of, fears or hopes for, L: how likely it is", true),
        new("names", "Other names", "N", "N: a name in no event and no statement", false),
    ];
}
