using Heliograph.Cli;
using Heliograph.Documents;

namespace Heliograph.Tests.Cli;

public class BenchCommandTests
{
    [Fact]
    public void Counts_the_words_of_every_text_it_annotates()
    {
        var document = Conllu.Document("Rain rain NOUN 2 nsubj NN\nfell fall VERB 0 root VBD");
        var annotated = 0;

        var outcome = new Bench(Annotate, ["a", "b"]).Run(threads: 3, TimeSpan.FromMilliseconds(20));

        Assert.Equal(2L * annotated, outcome.Words);
        Assert.True(annotated >= 3);
        Assert.True(outcome.Seconds >= 0.02);

        Document Annotate(string text)
        {
            Interlocked.Increment(ref annotated);
            return document;
        }
    }

    [Fact]
    public void Prints_every_figure_with_its_unit()
    {
        var document = Conllu.Document("Rain rain NOUN 2 nsubj NN\nfell fall VERB 0 root VBD");
        var stages = new Stages(_ => document, _ => [], (_, _) => [], MultiplyAddsPerWord: 1000);
        using var output = new StringWriter();

        BenchCommand.Run(stages, stages, [document.Text], TimeSpan.FromMilliseconds(20), () => TimeSpan.FromSeconds(0.25), output);

        var printed = output.ToString();
        foreach (var words in new[] { "words a second", "billion multiply-adds a second", "1,000 multiply-adds", "% on one core", "MB", "0.250 s", "whole read", "µs a word" })
        {
            Assert.Contains(words, printed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Measures_a_rate_of_arithmetic_that_a_machine_can_have() =>
        Assert.InRange(MultiplyAddRate.Measure(TimeSpan.FromMilliseconds(20)), 1e8, 1e13);
}
