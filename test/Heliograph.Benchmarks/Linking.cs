using BenchmarkDotNet.Attributes;
using Heliograph.Actors;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Benchmarks;

/// <summary>How long the register takes to read, and leading one report's words to it.</summary>
[MemoryDiagnoser]
public class Linking
{
    private Document _document = null!;
    private System.Collections.Immutable.ImmutableArray<Chain> _chains;

    /// <summary>Annotates a text.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _document = Annotator.Load().Annotate(Samples.Texts[0]);
        _chains = Coreference.Find(_document);
    }

    /// <summary>Reads every table that ships and indexes it.</summary>
    [Benchmark]
#pragma warning disable CA1822 // a benchmark is a method of its object
    public ActorRegister Load() => ActorRegister.Load();
#pragma warning restore CA1822

    /// <summary>Links one document.</summary>
    [Benchmark]
    public ActorLinks Link() => ActorLinker.Link(_document, _chains, new(2031, 5, 2), ActorRegister.Shipped);
}
