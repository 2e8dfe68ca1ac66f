using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Web.Pages.Dossiers;

namespace Heliograph.Tests.Web;

public class DossierLinkTests
{
    private static readonly Report Report = new("Mara spoke.") { Input = "one" };

    [Theory]
    [InlineData("mara-lind", "KRV", "GOV", "/a/mara-lind")]
    [InlineData("KRV/prime-minister", null, null, "/a/KRV/prime-minister")]
    [InlineData("local:5f & co?", null, null, "/a/local:5f%20%26%20co%3F")]
    [InlineData(null, "KRV", "REB", "/a/KRV:REB")]
    [InlineData(null, "KRV", null, "/a/KRV")]
    [InlineData(null, null, "REB", "/a/:REB")]
    [InlineData(null, null, null, null)]
    public void Leads_to_the_actor_or_else_to_its_codes(string? id, string? code, string? sector, string? link) =>
        Assert.Equal(link, DossierLink.Of(new(new Evidence(Report, [new(0, 4)]), id, null, code, sector)));

    [Fact]
    public void A_pair_keeps_the_time_it_is_asked_for() =>
        Assert.Equal("/pair?a=KRV&b=:REB&from=2031-05-01", DossierLink.Pair("KRV", ":REB", "from=2031-05-01"));
}
