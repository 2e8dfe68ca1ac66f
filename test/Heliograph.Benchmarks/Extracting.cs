using BenchmarkDotNet.Attributes;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Language;

namespace Heliograph.Benchmarks;

/// <summary>Annotated documents to statements and events.</summary>
[MemoryDiagnoser]
public class Extracting
{
    private Document[] _documents = [];

    /// <summary>Annotates the samples, outside the time measured.</summary>
    [GlobalSetup]
    public void Annotate() => _documents = [.. Samples.Texts.Select(Annotator.Load().Annotate)];

    /// <summary>Every sample once.</summary>
    /// <returns>How many statements there are.</returns>
    [Benchmark]
    public int Statements() => _documents.Sum(document => Attributions.Find(document).Length);

    /// <summary>Every sample once, its statements among it.</summary>
    /// <returns>How many events there are.</returns>
    [Benchmark]
    public int Events() => _documents.Sum(document => Heliograph.Extraction.Events.Find(document, Attributions.Find(document)).Length);
}
