using Heliograph.Cli;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Evaluation;

/// <summary>The gate itself: measures one model of this build, and lets no score fall below its floor.</summary>
public abstract class GoldGateTests(ReadingModel model, ITestOutputHelper output)
{
    private static readonly Floors Floors = Floors.Read(File.ReadAllText(Path.Combine(GoldSets.Root, "gold/floors.json")));
    private static readonly Dictionary<ReadingModel, Lazy<Stages>> Shipped =
        Enum.GetValues<ReadingModel>().ToDictionary(model => model, model => new Lazy<Stages>(() => Stages.Of(Annotator.Load(model))));

    public static TheoryData<string, string, string> Corpora =>
        [.. Floors.Corpora.Select(pinned => new TheoryDataRow<string, string, string>(pinned.Layer, pinned.File, pinned.Sha256))];

    [Theory]
    [InlineData("statements")]
    [InlineData("events")]
    public void The_samples_hold_their_floors(string layer) => Hold(layer, Path.Combine(GoldSets.Root, "samples"));

    [Fact]
    public void What_was_told_holds_its_floors() => Hold("factuality", Path.Combine(GoldSets.Root, "gold/factuality.tsv"));

    [Fact]
    public void Our_own_times_hold_their_floors() => Hold("time", Path.Combine(GoldSets.Root, "gold/times.tsv"));

    [Theory]
    [InlineData("actors.tsv")]
    [InlineData("actors-held-out.tsv")]
    public void Who_is_meant_holds_its_floors(string file) => Hold("actors", Path.Combine(GoldSets.Root, "gold", file));

    [Theory]
    [MemberData(nameof(Corpora))]
    public void The_corpora_hold_their_floors(string layer, string file, string sha256)
    {
        Assert.SkipWhen(
            GoldSets.Corpora is null,
            $"{file}: not measured, because the corpora are not here. Name their folder in HELIOGRAPH_CORPORA to hold its floors.");
        Assert.Null(GoldSets.Complaint(new(layer, file, sha256), GoldSets.Corpora!));

        Hold(layer, Path.Combine(GoldSets.Corpora!, file));
    }

    [Theory]
    [InlineData("places.tsv")]
    [InlineData("places-held-out.tsv")]
    public void Our_own_places_hold_their_floors(string file) => Hold("places", Path.Combine(GoldSets.Root, "gold", file));

    private void Hold(string layer, string path)
    {
        var measured = GoldSets.Measure(layer, path, Shipped[model].Value);
        foreach (var (task, f1) in measured) output.WriteLine(FormattableString.Invariant($"{task} {f1:0.0000}"));

        Assert.Empty(Gate.Complaints(Floors.Of(model, layer, Path.GetFileNameWithoutExtension(path)), measured));
    }
}

/// <summary>The gate of the fast model.</summary>
public class FastGateTests(ITestOutputHelper output) : GoldGateTests(ReadingModel.Fast, output);

/// <summary>The gate of the deep model; a class of its own, so that the two run beside each other.</summary>
public class DeepGateTests(ITestOutputHelper output) : GoldGateTests(ReadingModel.Deep, output);
