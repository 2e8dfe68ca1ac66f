using System.Text;
using Heliograph.Reading;

namespace Heliograph.Fuzz;

/// <summary>Web pages: of heaps of tags, and of good pages made worse.</summary>
internal sealed class PageTarget : Target
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div class=article>", "</div>", "<table>", "<td>", "<tr>", "</table>", "<b>", "</b>", "<a href=x>", "</a>", "<svg>", "</svg>", "<style>", "</style>", "<template>", "<select>",
        "<option>", "<script>", "</script>", "<script type='application/ld+json'>{\"datePublished\":\"2031-05-02\"}", "<!--", "-->", "--!", "<!-->", "<?", "</ ", "<![CDATA[", "]]>", "<!doctype html>",
        "<body>", "<frameset>", "<math>", "<mi>", "<form>", "<h1>", "<li>", "<ul>", "<br>", "<img src=a>", "<title>", "</title>", "<meta charset=utf-16>", "<meta charset=windows-1252>", "<plaintext>",
        "<textarea>", "<xmp>", "<iframe>", "<noscript>", "<time datetime=2031-05-02>", "<p itemprop=datePublished>", "The minister left. ", "&amp;", "&#0;", "&#xD800;", "&x", "<", ">", "\"", "'", "=", "/",
        "<link rel=canonical href='::'>", "<base href='//'>", "<meta property=og:url content=/>", "<meta property=og:site_name content='The Post'>", "<p title='",
    ];

    /// <inheritdoc/>
    public override string Name => "pages";

    /// <inheritdoc/>
    public override byte[] Make(Random random)
    {
        var page = new StringBuilder("<!doctype html><head><title>A page</title></head><body><article>");
        foreach (var line in Samples.Text(random).Split('\n')) page.Append("<p>").Append(line).Append("</p>");
        for (var more = random.Next(40); more > 0; more--)
        {
            var piece = Pieces[random.Next(Pieces.Length)];
            var many = random.Next(30) == 0 ? random.Next(1, 5_000) : 1;
            page.Insert(random.Next(page.Length), string.Concat(Enumerable.Repeat(piece, many)));
        }

        return Mutation.Of(Encoding.UTF8.GetBytes(page.ToString()), random, Pieces);
    }

    /// <inheritdoc/>
    public override void Try(byte[] input)
    {
        if (HtmlReader.Read("a.html", input, ReadOptions.Default with { Force = true }) is ReadResult.Article article) English.Check(article.Report);
    }
}
