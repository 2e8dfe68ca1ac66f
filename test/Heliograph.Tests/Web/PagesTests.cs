using System.Net;
using Heliograph.Web.Pages;

namespace Heliograph.Tests.Web;

/// <summary>The pages over the real server, with a ledger of their own to write to.</summary>
public class PagesTests(Served served) : IClassFixture<Served>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_forbids_script_and_style_inside_it()
    {
        foreach (var path in (string[])["/", "/sample/truce-wire", "/d/" + Phrases.Hash(Served.Reports[0]), "/d/000000", "/r/000000", "/ledger?kind=event", "/runs"])
        {
            using var response = await served.Send(HttpMethod.Get, path);
            var page = await response.Content.ReadAsStringAsync(Stop);

            Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
            Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
            Assert.DoesNotContain(" onclick=", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_link_of_the_first_page_leads_somewhere()
    {
        var page = await served.Client.GetStringAsync("/", Stop);
        foreach (var link in page.Split("href=\"").Skip(1).Concat(page.Split("src=\"").Skip(1)).Select(rest => rest.Split('"')[0]).Where(link => link[0] == '/').Distinct())
        {
            using var response = await served.Send(HttpMethod.Get, WebUtility.HtmlDecode(link));
            Assert.True(response.StatusCode == HttpStatusCode.OK, link);
        }
    }

    [Fact]
    public async Task A_pasted_text_is_kept_and_shown_at_an_address_of_its_own()
    {
        using var response = await Post("/read", ("text", "Mara said Port Holm fell on Tuesday\r\n\r\nand the rest of it"), ("published", "2031-05-09"), ("outlet", "Holm Post"), ("keep", "true"), ("force", "true"));
        var page = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("/d/", response.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Holm Post", page, StringComparison.Ordinal);
        Assert.Contains("2031-05-09", page, StringComparison.Ordinal);
        Assert.Contains("RETREAT", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_not_to_be_kept_is_shown_and_forgotten()
    {
        using var response = await Post("/read", ("text", "Mara said <script>alert(1)</script> fell and nobody keeps it"), ("published", "2031-05-09"), ("force", "true"));
        var page = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal((HttpStatusCode.OK, "/read"), (response.StatusCode, response.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("not kept", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_without_a_day_says_what_that_costs()
    {
        using var response = await Post("/read", ("text", "Mara said Upper Holm fell without a day"), ("keep", "true"), ("force", "true"));
        var page = await response.Content.ReadAsStringAsync(Stop);

        Assert.Contains("No date of publication", page, StringComparison.Ordinal);
        Assert.Contains("address of this page", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2031-05-09", "no text")]
    [InlineData("Mara said Holm fell", "soon", "a day such as")]
    [InlineData("Der Bürgermeister der kleinen Stadt sagte am Dienstag, dass die alte Brücke über den Fluss in der Nacht von Unbekannten gesprengt worden sei. Die Polizei und das Ministerium haben noch nicht mitgeteilt, wer für die Tat verantwortlich ist und ob es Verletzte gab.", "2031-05-09", "does not look English")]
    public async Task What_cannot_be_read_stays_in_the_form_with_the_reason(string text, string published, string reason)
    {
        using var response = await Post("/read", ("text", text), ("published", published));
        var page = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(reason, page, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlDecode(text), WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("--force", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_read_by_what_it_holds()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("true"), "force" },
            { new ByteArrayContent("<html><body><article><p>Mara said that the old harbour of Holm fell on Tuesday.</p></article></body></html>"u8.ToArray()), "file", "page.html" },
        };
        using var response = await served.Client.PostAsync("/read", form, Stop);
        var page = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("old harbour of Holm", page, StringComparison.Ordinal);
        Assert.DoesNotContain("&lt;article&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_leads_to_its_card_in_its_report()
    {
        var id = (string)(await served.Get("/api/v1/entries?kind=event&report=one"))["entries"]![0]!["entry"]!["id"]!;
        using var response = await served.Send(HttpMethod.Get, "/r/" + id);
        var page = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal(Phrases.Link(Served.Reports[0]), response.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains($"id=\"e-{id[..12]}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/d/000000")]
    [InlineData("/d/%3Cscript%3E")]
    [InlineData("/r/zzzzzz")]
    [InlineData("/sample/none")]
    public async Task What_is_not_there_says_so_in_a_page(string path)
    {
        using var response = await served.Send(HttpMethod.Get, path);
        var page = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_site_may_not_post_a_text()
    {
        using var response = await served.Send(HttpMethod.Post, "/read", "{}", ("Origin", "http://elsewhere.example"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_reader_may_try_a_text_but_not_keep_it()
    {
        await using var strict = await Served.ToReadOnly();
        using var form = Form(("text", "Mara said Lower Holm fell"), ("published", "2031-05-09"), ("keep", "true"), ("force", "true"));
        using var response = await strict.Client.PostAsync("/read", form, Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("not kept", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        return form;
    }

    private async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields)
    {
        using var form = Form(fields);
        return await served.Client.PostAsync(path, form, Stop);
    }
}
