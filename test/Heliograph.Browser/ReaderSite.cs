using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Browser;

/// <summary>A site over a ledger made for the reader: two versions of a report on a live page, what people said of it, and a long report.</summary>
public sealed class ReaderSite : Site
{
    private const string Before =
        "Envoys of Tarn met in Port Hollis\n\nRebels attacked the town of Hallow Ford on Monday, police said. The minister fears that Korvia will close the border. Five people were killed.\n\n"
        + "Korvia condemned the attack. A spokesman denied that soldiers had fired on the crowd.\n\nTalks may resume in Merrin next week, officials said. 🚀 The mayor praised the envoys.";

    private const string After =
        "Envoys of Tarn met in Port Hollis\n\nRebels attacked the town of Hallow Ford on Monday, police said. The minister fears that Korvia will close the border. Seven people were killed and a bridge was destroyed.\n\n"
        + "Korvia condemned the attack. A spokesman denied that soldiers had fired on the crowd.\n\nThe envoys arrested nobody. 🚀 The mayor praised the envoys.";

    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-reader-").FullName;

    /// <summary>The page of the newer version.</summary>
    public string Newer { get; private set; } = "";

    /// <summary>The page of the older version.</summary>
    public string Older { get; private set; } = "";

    /// <summary>The page of the long report, with two thousand marks and more.</summary>
    public string Dense { get; private set; } = "";

    protected override async Task<string[]> Ledger()
    {
        var ledger = Path.Combine(_folder, "ledger.db");
        var input = Path.Combine(_folder, "reports.jsonl");
        await File.WriteAllLinesAsync(input, [Line("before", Before, "2031-05-06", "https://news.example/envoys"), Line("after", After, "2031-05-07", "https://news.example/envoys"), Line("long", LongText(), "2031-05-08", null)]);
        using var reading = Process.Start(new ProcessStartInfo("dotnet", [Program, "read", input, "--ledger", ledger, "--format", "jsonl"]) { RedirectStandardOutput = true })!;
        await reading.StandardOutput.ReadToEndAsync();
        await reading.WaitForExitAsync();
        if (reading.ExitCode != 0) throw new InvalidOperationException($"heliograph read ended with {reading.ExitCode}. Read {input} by hand to see why.");
        using var store = LedgerStore.Open(ledger);
        var reports = store.Read(new()).ToDictionary(read => read.Report.Input, StringComparer.Ordinal);
        (Older, Newer, Dense) = (Page("before"), Page("after"), Page("long"));
        var deed = reports["after"].Entries.OfType<EventEntry>().First();
        store.Correct(deed.Id, new() { Kind = "event", Anchor = "", Verb = CorrectionVerb.Accept, Author = "rita", At = new(2031, 5, 9, 8, 0, 0, TimeSpan.Zero), Reason = "two agencies tell it" });
        return ["--ledger", ledger];

        string Page(string name) => "/d/" + reports[name].Report.Id["sha256:".Length..][..16];
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Line(string id, string text, string published, string? url) =>
        JsonSerializer.Serialize(new { id, text, published, url, title = id == "long" ? "A long report" : "Envoys of Tarn met in Port Hollis", outlet = "Tarn Courier" });

    // Sentences of invented people, no two alike
    private static string LongText()
    {
        string[] who = ["Rebels", "Police", "Troops of Korvia", "The army of Tarn", "Soldiers", "The government of Belmere"];
        string[] did = ["attacked", "arrested", "bombed", "condemned", "praised", "threatened"];
        string[] whom = ["the rebels", "protesters", "the army", "the mayor", "villagers", "the police"];
        string[] said = ["police said", "the minister said", "a spokesman warned", "witnesses told reporters", "the mayor claimed", "officials denied"];
        string[] place = ["Merrin", "Port Hollis", "Hallow Ford", "Dovrin", "Upper Holm"];
        string[] day = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
        var text = new StringBuilder();
        for (var i = 0; i < 125; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{who[i % 6]} {did[i * 7 % 5]} {whom[(i / 6) % 6]} in {place[i * 3 % 5]} on {day[i * 2 % 5]}, {said[(i / 5) % 6]}. ");
            if (i % 4 == 3) text.Append("\n\n");
        }

        return text.ToString();
    }
}
