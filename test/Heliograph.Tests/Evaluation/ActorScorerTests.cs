using Heliograph.Evaluation;
using Heliograph.Tests.Actors;

namespace Heliograph.Tests.Evaluation;

public class ActorScorerTests
{
    [Fact]
    public void Scores_id_code_and_sector_each_for_itself()
    {
        var gold = Assert.Single(GoldActor.ReadTable(new StringReader(
            "# ours\ntext\tdate\twords\tid\tcode\tsector\nPresident Reyle fled\t2029-06-01\tPresident Reyle\tana-reyle\tQAV\tGOV\n")));
        var document = Conllu.Document("President president NOUN 2 nmod\nReyle Reyle PROPN 3 nsubj B-PER\nfled flee VERB 0 root");

        var rows = ActorScorer.Score(gold, ActorScorer.Answer(gold, document, [], [], InventedRegister.Register));

        Assert.Equal([("Actor", new Tally(1, 1, 1)), ("Code", new(1, 1, 1)), ("Sector", new(1, 1, 0))], rows);
    }

    [Fact]
    public void A_row_of_other_columns_is_refused_with_its_line() =>
        Assert.Contains("line 1", Assert.Throws<FormatException>(() => GoldActor.ReadTable(new StringReader("a\tb\n")).ToList()).Message, StringComparison.Ordinal);
}
