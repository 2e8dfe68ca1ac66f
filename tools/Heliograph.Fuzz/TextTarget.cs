using Heliograph.Reading;

namespace Heliograph.Fuzz;

/// <summary>Plain texts, read all the way to entries; one in four twice, for both must give the same.</summary>
internal sealed class TextTarget : Target
{
    private int _tried;

    /// <inheritdoc/>
    public override string Name => "texts";

    /// <inheritdoc/>
    public override byte[] Make(Random random) => Mutation.Of(
        Samples.Piece(random), random, "the minister of the state of ", "he said that she said ", "“", "\"", "The army of Norland ", "Mara, Jon, Bela, ", "\n\n", "Mr. ", "—", "U.S.", "killed 5 ");

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        if (PlainTextReader.Read("a.txt", input, ReadOptions.Default with { Force = true }) is not ReadResult.Article { Report: var report }) return;
        English.Check(report);
        var entries = English.Read(report); // entries whose words are not in the text cannot be made
        if (_tried++ % 4 != 0) return;
        BrokenPromiseException.ThrowUnless(English.Lines(report, entries) == English.Lines(report, English.Read(report)), "a second reading found something else");
    }
}
