using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Knows the words by which a source stays unnamed: "declined to be identified", "did not want to be named".</summary>
/// <remarks>They tell how openly a source is told (<see cref="SourceNaming"/>); they are neither a statement nor a deed.</remarks>
internal static class Anonymity
{
    /// <summary>Whether a verb's complement is to be named, identified or quoted.</summary>
    public static bool IsAsked(Document document, Tree tree, int verb)
    {
        if (document.Lemmas[verb].ToLowerInvariant() is not ("decline" or "refuse" or "ask" or "want" or "wish" or "request" or "prefer" or "insist" or "like")) return false;
        foreach (var child in tree.Children(verb))
        {
            if (child > verb && document.Deprels[child] is Deprel.Xcomp or Deprel.Advcl && IsNaming(document, tree, child)) return true;
        }

        return false;
    }

    private static bool IsNaming(Document document, Tree tree, int verb) => document.Lemmas[verb] switch
    {
        "name" or "identify" or "quote" or "cite" => tree.Child(verb, Deprel.Aux, "pass") >= 0,
        "give" or "provide" or "disclose" or "reveal" => tree.Child(verb, Deprel.Obj) is >= 0 and var given && document.Lemmas[given] is "name" or "identity",
        "anonymous" or "unnamed" or "unidentified" => true,
        "remain" or "stay" => tree.Child(verb, Deprel.Xcomp) is >= 0 and var kept && document.Lemmas[kept] is "anonymous" or "unnamed" or "unidentified",
        _ => false,
    };
}
