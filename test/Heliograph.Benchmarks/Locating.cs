using BenchmarkDotNet.Attributes;
using Heliograph.Documents;
using Heliograph.Language;
using Heliograph.Places;

namespace Heliograph.Benchmarks;

/// <summary>Annotated documents to the places that their names stand for.</summary>
[MemoryDiagnoser]
public class Locating
{
    private readonly Document[] _documents = Annotated();

    /// <summary>Every sample once.</summary>
    /// <returns>How many names have a place.</returns>
    [Benchmark]
    public int Locate() => _documents.Sum(document =>
    {
        var places = DocumentPlaces.Of(PlaceIndex.Shipped, document);
        return Enumerable.Range(0, document.Names.Length).Count(name => places.OfName(name)?.Place is not null);
    });

    private static Document[] Annotated()
    {
        var annotator = Annotator.Load();
        return [.. Samples.Texts.Select(annotator.Annotate)];
    }
}
