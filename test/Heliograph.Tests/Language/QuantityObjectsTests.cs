using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Tests.Language;

public class QuantityObjectsTests
{
    // Each word is FORM/head/relation, as a parser may have it; heads count from 1.
    [Theory]
    [InlineData("Gunmen/2/nsubj killed/2/root at/4/case least/5/nmod 12/6/nummod people/2/obl ./2/punct", 5, Deprel.Obj)]
    [InlineData("Gunmen/2/nsubj killed/2/root at/6/case least/5/nmod 12/6/nummod people/2/obl ./2/punct", 5, Deprel.Obj)]
    [InlineData("Police/2/nsubj arrested/2/root more/5/advmod than/5/advmod 20/6/nummod students/2/obl ./2/punct", 5, Deprel.Obj)]
    [InlineData("It/2/nsubj seized/2/root as/6/advmod many/6/advmod as/6/advmod 30/7/nummod boats/2/obl ./2/punct", 6, Deprel.Obj)]
    [InlineData("Prices/2/nsubj fell/2/root by/7/case at/5/case least/6/nmod 12/7/nummod points/2/obl ./2/punct", 6, Deprel.Obl)]
    [InlineData("Gunmen/2/nsubj held/2/root it/2/obj at/5/case least/6/nmod 12/7/nummod days/2/obl ./2/punct", 6, Deprel.Obl)]
    [InlineData("They/2/nsubj met/2/root on/5/case 12/5/nummod days/2/obl ./2/punct", 4, Deprel.Obl)]
    public void Gives_a_verb_the_object_that_begins_with_a_bound(string sentence, int word, Deprel expected)
    {
        var words = sentence.Split(' ').Select(one => one.Split('/')).ToArray();
        var text = string.Join(' ', words.Select(one => one[0]));
        var (tokens, at) = (new TextSpan[words.Length], 0);
        for (var i = 0; i < words.Length; i++, at++) tokens[i] = new(at, at += words[i][0].Length);
        var heads = words.Select(one => int.Parse(one[1], System.Globalization.CultureInfo.InvariantCulture) - 1).ToArray();
        var deprels = words.Select(one => Enum.Parse<Deprel>(one[2], ignoreCase: true)).ToArray();
        var tags = deprels.Select(deprel => deprel == Deprel.Root ? PartOfSpeech.Verb : PartOfSpeech.Noun).ToArray();

        QuantityObjects.Mend(text, tokens, new(0, tokens.Length), tags, heads, deprels);

        Assert.Equal(expected, deprels[word]);
    }
}
