using BenchmarkDotNet.Attributes;
using Heliograph.Language;

namespace Heliograph.Benchmarks;

/// <summary>Raw text to tags, trees and names.</summary>
[MemoryDiagnoser]
public class Annotating
{
    private readonly Annotator _annotator = Annotator.Load();

    /// <summary>Every sample once.</summary>
    /// <returns>How many tokens there are.</returns>
    [Benchmark]
    public int Annotate() => Samples.Texts.Sum(text => _annotator.Annotate(text).Tokens.Length);
}
