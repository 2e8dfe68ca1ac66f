using System.Net;
using Heliograph.Web.Access;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Tests.Web;

/// <summary>Who asks where servers in front pass requests on.</summary>
public class ForwardingTests
{
    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9", "203.0.113.9")]
    [InlineData("X-Forwarded-For", "203.0.113.9, 10.0.0.2", "203.0.113.9")]
    [InlineData("X-Forwarded-For", "198.51.100.1, 203.0.113.9", "203.0.113.9")] // what the caller wrote before it is theirs
    [InlineData("X-Forwarded-For", "203.0.113.9:4711", "203.0.113.9")]
    [InlineData("X-Forwarded-For", "[2001:db8::1]:4711", "2001:db8::1")]
    [InlineData("X-Forwarded-For", "2001:db8::1", "2001:db8::1")]
    [InlineData("X-Forwarded-For", "::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("X-Forwarded-For", "nobody", "10.0.0.1")]
    [InlineData("X-Forwarded-For", "10.0.0.3", "10.0.0.3")]
    [InlineData("Forwarded", "for=203.0.113.9;proto=https;by=10.0.0.1", "203.0.113.9")]
    [InlineData("Forwarded", "for=198.51.100.1, For=\"[2001:db8::1]:4711\"", "2001:db8::1")]
    [InlineData("Forwarded", "for=_hidden", "10.0.0.1")]
    [InlineData("X-Other", "203.0.113.9", "10.0.0.1")]
    public void A_trusted_server_in_front_tells_who_asks(string header, string value, string caller) =>
        Assert.Equal(caller, Way("10.0.0.1", (header, value)).Caller.ToString());

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    public void Others_are_not_believed(string header)
    {
        var way = Way("192.0.2.7", (header, header == "Forwarded" ? "for=203.0.113.9;proto=https" : "203.0.113.9"), ("X-Forwarded-Proto", "https"));

        Assert.Equal(("192.0.2.7", null, false), (way.Caller.ToString(), way.Scheme, way.IsThroughTrusted));
    }

    [Fact]
    public void A_header_that_the_server_in_front_let_pass_cannot_stand_for_another_address()
    {
        Assert.Equal("10.0.0.1", Way("10.0.0.1", ("Forwarded", "for=198.51.100.1"), ("X-Forwarded-For", "203.0.113.9")).Caller.ToString());
        Assert.Equal("203.0.113.9", Way("10.0.0.1", ("Forwarded", "for=203.0.113.9"), ("X-Forwarded-For", "203.0.113.9")).Caller.ToString());
    }

    [Theory]
    [InlineData("https", "https")]
    [InlineData("HTTP", "http")]
    [InlineData("gopher", null)]
    public void A_trusted_server_in_front_tells_how_it_was_asked(string said, string? scheme) =>
        Assert.Equal(scheme, Way("10.0.0.1", ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", said)).Scheme);

    [Fact]
    public void Whoever_has_an_address_of_IPv6_has_a_network_of_them()
    {
        Assert.Equal(Forwarding.Key(IPAddress.Parse("2001:db8:0:1::5")), Forwarding.Key(IPAddress.Parse("2001:db8:0:1:ffff::6")));
        Assert.NotEqual(Forwarding.Key(IPAddress.Parse("2001:db8:0:1::5")), Forwarding.Key(IPAddress.Parse("2001:db8:0:2::5")));
        Assert.NotEqual(Forwarding.Key(IPAddress.Parse("192.0.2.1")), Forwarding.Key(IPAddress.Parse("192.0.2.2")));
        Assert.Equal(Forwarding.Key(IPAddress.Parse("192.0.2.1")), Forwarding.Key(IPAddress.Parse("::ffff:192.0.2.1")));
    }

    [Theory]
    [InlineData("10.0.0.1", true)]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("2001:db8::/32", true)]
    [InlineData("proxy.example", false)]
    [InlineData("10.0.0.0/99", false)]
    [InlineData("*", false)]
    public void A_server_in_front_is_named_by_address_or_network(string text, bool isOne) => Assert.Equal(isOne, Forwarding.Parse(text) is not null);

    private static Way Way(string peer, params (string Name, string Value)[] headers)
    {
        var all = new HeaderDictionary();
        foreach (var (name, value) in headers) all[name] = value;
        return Forwarding.Of(IPAddress.Parse(peer), all, [Forwarding.Parse("10.0.0.1")!.Value, Forwarding.Parse("10.0.0.2")!.Value]);
    }
}
