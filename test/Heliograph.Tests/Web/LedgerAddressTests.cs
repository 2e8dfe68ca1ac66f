using Heliograph.Web.Pages.Entries;

namespace Heliograph.Tests.Web;

public class LedgerAddressTests
{
    [Fact]
    public void Comes_back_as_it_was_written()
    {
        var address = LedgerAddress.Of("?text=%22rail+bridge%22&outlet=A%26B&kind=event&kind=event&actor=&sort=oldest&after=2031|4");

        Assert.Equal("/ledger?text=%22rail%20bridge%22&outlet=A%26B&kind=event&sort=oldest&after=2031%7C4", address.Link);
        Assert.Equal(address.Link, LedgerAddress.Of(address.Link["/ledger".Length..]).Link);
        Assert.Equal("text=%22rail%20bridge%22&outlet=A%26B&kind=event", address.Filter);
    }

    [Fact]
    public void Begins_anew_where_the_filter_changes()
    {
        var address = LedgerAddress.Of("kind=event&after=2031|4");

        Assert.Equal("/ledger?kind=event&type=AID", address.With("type", "AID").Link);
        Assert.Equal("/ledger", address.Without("kind").Link);
        Assert.Equal("/ledger?kind=event&after=2031%7C9", address.After("2031|9").Link);
    }

    [Fact]
    public void Takes_one_value_out_and_leaves_the_others() =>
        Assert.Equal("/ledger?type=B", LedgerAddress.Of("type=A&type=B").Without("type", "A").Link);
}
