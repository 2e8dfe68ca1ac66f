using BenchmarkDotNet.Attributes;
using Heliograph.Language;

namespace Heliograph.Benchmarks;

/// <summary>Raw text to tokens, sentences and paragraphs.</summary>
[MemoryDiagnoser]
public class Segmenting
{
    private readonly Segmenter _segmenter = Segmenter.Load();

    /// <summary>Every sample once.</summary>
    /// <returns>How many tokens there are.</returns>
    [Benchmark]
    public int Segment() => Samples.Texts.Sum(text => _segmenter.Segment(text).Tokens.Length);
}
