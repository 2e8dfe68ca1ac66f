using System.Collections.Immutable;
using Heliograph.Language;

namespace Heliograph.Extraction;

/// <summary>Tells from the statements of a document who is "I" in what is quoted.</summary>
public static class Spoken
{
    /// <summary>What is quoted from whom; statements that quote nothing, or nobody, are left out.</summary>
    public static ImmutableArray<SpokenWords> Of(ImmutableArray<Attribution> attributions) =>
    [
        .. from found in attributions
           where found is { Manner: not Manner.Indirect, SourceHead: not null }
           from span in found.Content
           select new SpokenWords(span, found.SourceHead!.Value),
    ];
}
