using Bunit;
using Heliograph.Web.Pages;

namespace Heliograph.Tests.Web;

/// <summary>What stands on every page.</summary>
public sealed class FrameTests : BunitContext
{
    [Fact]
    public void Says_which_screen_is_open()
    {
        var frame = Frame("Ledger");

        Assert.Equal("Ledger", Assert.Single(frame.FindAll("header nav [aria-current=page]")).TextContent.Trim());
    }

    [Fact]
    public void Leads_past_itself_to_the_content_first()
    {
        var frame = Frame("");

        Assert.Equal("#main", frame.FindAll("a")[0].GetAttribute("href"));
        Assert.NotNull(frame.Find("main#main"));
    }

    [Fact]
    public void Loads_nothing_but_this_servers_own_files() =>
        Assert.All(
            Frame("").FindAll("[src], link[href]"),
            file => Assert.StartsWith("/assets/", file.GetAttribute("src") ?? file.GetAttribute("href"), StringComparison.Ordinal));

    [Fact]
    public void Has_no_script_and_no_style_of_its_own()
    {
        var frame = Frame("");

        Assert.Empty(frame.FindAll("style, [style], [onclick]"));
        Assert.All(frame.FindAll("script"), script => Assert.Equal("", script.TextContent));
    }

    [Fact]
    public void Shows_markup_in_a_trouble_as_text()
    {
        var page = Render<TroublePage>(parameters => parameters
            .Add(trouble => trouble.Problem, new(404, "No such <b>page</b>", "Found <script>alert(1)</script>."))
            .Add(trouble => trouble.Visitor, new("0", true, true, null)));

        Assert.Empty(page.FindAll("main b, main script"));
        Assert.Contains("<script>alert(1)</script>", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<Frame> Frame(string screen) => Render<Frame>(parameters => parameters
        .Add(frame => frame.Title, "A title").Add(frame => frame.Screen, screen).Add(frame => frame.Visitor, new("0", true, true, null)));
}
