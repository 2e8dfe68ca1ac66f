using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Heliograph.Browser;

/// <summary>axe-core on every screen: light and dark, wide and narrow, and no finding that it calls serious or critical.</summary>
[Collection(nameof(Looking))]
public class AccessibilityTests(Site site)
{
    internal const string Find =
        """
        async () => {
            const found = await axe.run(document, { resultTypes: ["violations"] });
            return JSON.stringify(found.violations.filter((rule) => rule.impact === "serious" || rule.impact === "critical")
                .map((rule) => `${rule.impact} ${rule.id}: ${rule.help}\n` + rule.nodes.slice(0, 5).map((node) => `    ${node.target.join(" ")}  ${node.html.slice(0, 160)}\n      ${node.failureSummary?.replaceAll("\n", " ")}`).join("\n")));
        }
        """;

    internal static readonly string Axe = Path.Combine(AppContext.BaseDirectory, "axe.min.js");

    [Theory, MemberData(nameof(Screens.Names), MemberType = typeof(Screens))]
    public async Task No_screen_has_a_serious_finding(string screen)
    {
        Assert.SkipUnless(Site.IsRequired || File.Exists(Axe), "axe-core is not there. Run npm ci in src/Heliograph.Web/Islands, then build the tests again.");
        List<string> found = [];
        foreach (var width in (int[])[1440, 390])
        {
            var page = await site.Open(Screens.Paths[screen], width, guarded: false);
            await page.AddScriptTagAsync(new() { Path = Axe });
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                var findings = JsonNode.Parse(await page.EvaluateAsync<string>(Find))!.AsArray();
                found.AddRange(findings.Select(finding => FormattableString.Invariant($"{width} {scheme} {finding}")));
            }

            await page.Context.CloseAsync();
        }

        Assert.True(found.Count == 0, Screens.Paths[screen] + "\n" + string.Join('\n', found));
    }
}
