using System.IO.Compression;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Heliograph.Web.Pages;

namespace Heliograph.Tests.Web;

/// <summary>What every page stands in, over the real server.</summary>
public class ShellTests(Served served) : IClassFixture<Served>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_place_that_is_named_is_there()
    {
        Assert.Equal(Place.All.Length, Place.All.Select(place => place.Key).Distinct().Count());
        foreach (var place in Place.All)
        {
            using var response = await served.Send(HttpMethod.Get, place.Link);
            Assert.True(response.StatusCode == HttpStatusCode.OK, place.Link);
        }
    }

    [Fact]
    public async Task A_page_lists_its_places_in_its_bar_and_its_keys_in_one_dialog()
    {
        var page = await Page("/runs");

        Assert.Equal("Runs", page.QuerySelector("nav a[aria-current=page]")!.TextContent);
        Assert.Equal(Place.All.Select(place => place.Key.ToString()), page.QuerySelectorAll("#page-keys [data-go]").Select(link => link.GetAttribute("data-go")!));
        Assert.Null(page.QuerySelector("#page-keys")!.GetAttribute("open"));
    }

    [Fact]
    public async Task A_file_at_its_own_address_is_kept_for_a_year_and_at_another_asked_for_again()
    {
        using var exact = await served.Send(HttpMethod.Get, PageFiles.Link("frame.css"));
        using var old = await served.Send(HttpMethod.Get, "/assets/frame.css?v=000000000000");

        Assert.Equal("public, max-age=31536000, immutable", exact.Headers.CacheControl!.ToString());
        Assert.Equal("no-cache, private", old.Headers.CacheControl!.ToString());
        Assert.Equal(await exact.Content.ReadAsByteArrayAsync(Stop), await old.Content.ReadAsByteArrayAsync(Stop));
    }

    [Theory]
    [InlineData("gzip, br", true)]
    [InlineData("gzip", false)]
    [InlineData("br;q=0", false)]
    [InlineData("*", false)]
    public async Task A_file_comes_packed_to_those_who_take_it(string takes, bool isPacked)
    {
        using var response = await served.Send(HttpMethod.Get, PageFiles.Link("frame.js"), null, ("Accept-Encoding", takes));
        var bytes = await response.Content.ReadAsByteArrayAsync(Stop);

        Assert.Equal(isPacked ? ["br"] : [], response.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
        if (!isPacked) return;
        using var unpacked = new MemoryStream();
        await using (var packed = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress)) await packed.CopyToAsync(unpacked, Stop);
        Assert.Equal(PageFiles.Find("frame.js")!.Bytes, unpacked.ToArray());
        Assert.True(bytes.Length < unpacked.Length / 2);
    }

    private async Task<IHtmlDocument> Page(string path) => new HtmlParser().ParseDocument(await served.Client.GetStringAsync(path, Stop));
}
