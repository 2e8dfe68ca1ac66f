using CsCheck;
using Heliograph.Language.Networks;

namespace Heliograph.Tests.Language.Networks;

public class ElementaryTests
{
    [Fact]
    public void Raises_e_to_a_power() => Gen.Double[-600, 600].Sample(x => Assert.Equal(1, Elementary.Exp(x) / Math.Exp(x), 1e-12));

    [Fact]
    public void Takes_a_logarithm() => Gen.Double[1e-300, 1e300].Sample(x => Assert.Equal(Math.Log(x), Elementary.Log(x), 1e-10));

    [Fact]
    public void Undoes_one_by_the_other() => Gen.Double[-50, 50].Sample(x => Assert.Equal(x, Elementary.Log(Elementary.Exp(x)), 1e-11));

    [Fact]
    public void Is_exact_where_nothing_is_to_be_rounded()
    {
        Assert.Equal(1, Elementary.Exp(0));
        Assert.Equal(0, Elementary.Log(1));
    }
}
