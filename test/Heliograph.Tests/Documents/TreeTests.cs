using CsCheck;
using Heliograph.Documents;

namespace Heliograph.Tests.Documents;

public class TreeTests
{
    private static readonly Document Report = Conllu.Document("""
        Old      old     ADJ   2 amod
        sailors  sailor  NOUN  3 nsubj
        feared   fear    VERB  0 root
        the      the     DET   5 det
        storm    storm   NOUN  3 obj
        .        .       PUNCT 3 punct

        They     they    PRON  2 nsubj
        stayed   stay    VERB  0 root
        """);

    [Fact]
    public void Lists_children_in_text_order()
    {
        var children = new List<int>();
        foreach (var child in Tree.Of(Report).Children(2)) children.Add(child);

        Assert.Equal([1, 4, 5], children);
    }

    [Fact]
    public void Finds_a_child_by_its_relation()
    {
        Assert.Equal(4, Tree.Of(Report).Child(2, Deprel.Obj));
        Assert.Equal(-1, Tree.Of(Report).Child(2, Deprel.Iobj));
        Assert.Equal(-1, Tree.Of(Report).Child(2, Deprel.Nsubj, "pass"));
    }

    [Fact]
    public void Is_built_once_a_document() => Assert.Same(Tree.Of(Report), Tree.Of(Report));

    [Fact]
    public void Agrees_with_the_token_views_on_any_tree() =>
        Gen.Int[0, 1_000_000].Array[1, 30].Sample(numbers =>
        {
            var rows = numbers.Select((number, i) => $"w w NOUN {(i == 0 ? 0 : (number % i) + 1)} {(i == 0 ? "root" : "dep")}");
            var document = Conllu.Document(string.Join('\n', rows));
            var tree = Tree.Of(document);
            for (var i = 0; i < document.Tokens.Length; i++)
            {
                Assert.Equal(document[i].SubtreeTokens(), tree.Span(i));
                for (var j = 0; j < document.Tokens.Length; j++) Assert.Equal(document[i].IsUnder(j), tree.IsUnder(j, i));
                Assert.Equal(Enumerable.Range(0, document.Tokens.Length).Count(j => tree.IsUnder(j, i)), tree.Size(i));
            }
        });
}
