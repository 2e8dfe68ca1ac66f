using Heliograph.Documents;
using Heliograph.Language;
using Heliograph.Language.Networks;

namespace Heliograph.Tests.Language;

public class SpeechTaggerTests
{
    private static readonly Annotator Annotator = Annotator.Load();

    [Fact]
    public void Was_learnt_on_the_network_that_ships()
    {
        var network = SentenceNetwork.OpenResource("english.model");

        Assert.True(SpeechNetwork.OpenResource("attribution.model", network).IsOf, "Train attribution.model again, as docs/model.md says.");
    }

    [Fact]
    public void Marks_source_cue_and_content()
    {
        var document = Annotator.Annotate("The harbour minister said on Monday that the ferries would sail again within a week.");

        Assert.Equal(document.Tokens.Length, document.Speech.Length);
        Assert.Equal(Speech.SourceStart, document.Speech[0]);
        Assert.Equal(Speech.Source, document.Speech[2]);
        Assert.Equal(Speech.CueStart, document.Speech[3]);
        Assert.Contains(Speech.ContentStart, document.Speech);
    }

    [Fact]
    public void A_mark_that_goes_on_follows_one_of_its_kind()
    {
        var document = Annotator.Annotate("“We shall rebuild the pier,” Ana Reyle told reporters. “It will take a year.” Critics doubt it.\n\nSAID SAID said “ ” said.");

        for (var i = 0; i < document.Speech.Length; i++)
        {
            if (document.Speech[i] is Speech.None or Speech.SourceStart or Speech.CueStart or Speech.ContentStart) continue;
            Assert.True(document.Speech[i - 1] == document.Speech[i] || document.Speech[i - 1] == document.Speech[i] - 1);
        }
    }

    [Fact]
    public void Tells_how_sure_the_marks_are()
    {
        var document = Annotator.Annotate("The harbour minister said on Monday that the ferries would sail again within a week.");

        Assert.Equal(document.Tokens.Length, document.SpeechShares.Length);
        Assert.All(document.SpeechShares, share => Assert.InRange(share.Source + share.Cue + share.Content, 0, SpeechShare.Whole + 3));
        Assert.InRange(document.SpeechShares[2].Source, SpeechShare.Whole / 2, SpeechShare.Whole);
        Assert.InRange(document.SpeechShares[3].Cue, SpeechShare.Whole / 2, SpeechShare.Whole);
    }

    [Fact]
    public void Is_left_out_by_a_network_it_was_not_learnt_on() =>
        Assert.Empty(Annotator.LoadWithoutSpeech().Annotate("Ana Reyle said that it rained.").Speech);
}
