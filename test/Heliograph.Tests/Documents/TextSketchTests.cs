using CsCheck;
using Heliograph.Documents;
using Heliograph.Tests.Store;

namespace Heliograph.Tests.Documents;

public class TextSketchTests
{
    private static readonly Gen<int> Numbers = Gen.Int[0, 1_000_000];

    // A key is shared nearly always, not always: so these are the same stories each time
    [Fact]
    public void Passes_over_no_copy()
    {
        foreach (var number in Enumerable.Range(0, 150))
        {
            var story = Reprints.Story(number, 300);
            string[] copies =
            [
                Reprints.Reprint(story, "Estmark Daily"), string.Join(' ', story.Split(' ').Select((word, i) => i % 30 == 17 ? "xq" : word)),
                story[..(story.Length * 6 / 10)], story.ToUpperInvariant(),
            ];
            Assert.All(copies, copy => Assert.True(
                Wording.Of(story)!.IsCopy(Wording.Of(copy)!) && Of(story).MayBeCopy(Of(copy)) && Of(story).Keys().Intersect(Of(copy).Keys()).Any()));
        }
    }

    [Fact]
    public void Shares_no_key_with_other_stories() => Gen.Select(Numbers, Numbers).Sample((one, other) =>
        one == other || !Of(Reprints.Story(one)).MayBeCopy(Of(Reprints.Story(other))));

    [Fact]
    public void Estimates_what_two_texts_share()
    {
        var (one, two) = (Reprints.Story(1, 600), Reprints.Story(2, 200));

        Assert.InRange(Of(one).Resemblance(Of($"{one} {two}")), 0.65, 0.85);
        Assert.InRange(Of(one).Containment(Of($"{one} {two}")), 0.9, 1);
        Assert.InRange(Of(one).Resemblance(Of(two)), 0, 0.05);
    }

    [Fact]
    public void Comes_back_as_it_was_kept() => Gen.String.Sample(text =>
    {
        if (Wording.Of(text) is not { } wording) return true;
        var sketch = TextSketch.Of(wording);
        var again = TextSketch.Of(sketch.Shingles, sketch.ToBytes());
        return again.Shingles == sketch.Shingles && again.ToBytes().SequenceEqual(sketch.ToBytes()) && again.Keys().SequenceEqual(sketch.Keys()) && again.Keys().Distinct().Count() == TextSketch.Bands;
    });

    [Theory]
    [InlineData(0, 512)]
    [InlineData(1, 511)]
    [InlineData(1, 0)]
    public void Refuses_what_is_no_sketch(int shingles, int bytes) => Assert.Throws<FormatException>(() => TextSketch.Of(shingles, new byte[bytes]));

    [Fact]
    public void Is_the_same_on_every_machine() => Assert.Equal(
        "2bb72678", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Of(Reprints.Story(7)).ToBytes())[..4]));

    private static TextSketch Of(string text) => TextSketch.Of(Wording.Of(text)!);
}
