using Heliograph.Documents;

namespace Heliograph.Evaluation;

public class GateTests
{
    [Fact]
    public void Is_open_while_every_score_holds_its_floor() =>
        Assert.Empty(Gate.Complaints(Scores(("parse/a/LAS", 0.81)), Scores(("parse/a/LAS", 0.8096))));

    [Fact]
    public void Names_the_task_that_fell_and_how_to_see_why()
    {
        var complaint = Assert.Single(Gate.Complaints(Scores(("parse/a/LAS", 0.81)), Scores(("parse/a/LAS", 0.8))));

        Assert.Equal("parse/a/LAS: F1 0.8000 is below its floor 0.8100. See what changed: heliograph evaluate --verbose --layer parse --gold DIR", complaint);
    }

    [Fact]
    public void Wants_what_is_pinned_to_be_measured() =>
        Assert.StartsWith("parse/a/LAS: not measured", Assert.Single(Gate.Complaints(Scores(("parse/a/LAS", 0.81)), Scores())), StringComparison.Ordinal);

    [Fact]
    public void Wants_what_is_measured_to_be_pinned() =>
        Assert.Equal(
            "parse/a/LAS: measured (0.8123), but has no floor. Pin it in gold/floors.json.",
            Assert.Single(Gate.Complaints(Scores(), Scores(("parse/a/LAS", 0.81234)))));

    [Fact]
    public void Reads_the_floors_of_one_file()
    {
        var floors = Floors.Read("""
            {"corpora": [{"layer": "parse", "file": "ud/a.conllu", "sha256": "00"}],
             "scores": {"parse/a/LAS": 0.8, "parse/a/UAS": 0.9, "parse/ab/LAS": 0.7, "names/a/Names": 0.6}, "deep": {"parse/a/LAS": 0.9}}
            """);

        Assert.Equal(["parse/a/LAS", "parse/a/UAS"], floors.Of(ReadingModel.Fast, "parse", "a").Keys);
        Assert.Equal(0.9, floors.Of(ReadingModel.Deep, "parse", "a")["parse/a/LAS"]);
        Assert.Equal(new PinnedFile("parse", "ud/a.conllu", "00"), Assert.Single(floors.Corpora));
    }

    [Fact]
    public void Knows_a_pinned_file_by_its_bytes()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "a.conllu"), "abc");
            const string Sha256OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // FIPS 180-2, appendix B.1

            Assert.Null(GoldSets.Complaint(new("parse", "a.conllu", Sha256OfAbc), folder.FullName));
            Assert.Contains("expected 00.", GoldSets.Complaint(new("parse", "a.conllu", "00"), folder.FullName), StringComparison.Ordinal);
            Assert.Contains("found no such file", GoldSets.Complaint(new("parse", "b.conllu", "00"), folder.FullName), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, double> Scores(params (string Task, double F1)[] scores) =>
        scores.ToDictionary(score => score.Task, score => score.F1, StringComparer.Ordinal);
}
