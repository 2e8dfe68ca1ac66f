using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Tests.Ledger;
using Heliograph.Web.Mcp;

namespace Heliograph.Tests.Web;

public sealed class VoiceComparisonTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-voices-").FullName;

    [Fact]
    public void Shows_that_one_voice_denies_what_an_outlet_tells()
    {
        var (denial, _, denied) = Invented.Ledger();
        var document = Conllu.Document("""
            Korvan    Korvan    ADJ    2  amod   B-LOC
            forces    force     NOUN   3  nsubj
            attacked  attack    VERB   0  root
            Belmere   Belmere   PROPN  3  obj    B-LOC
            .         .         PUNCT  3  punct
            """);
        var report = new Report(document.Text) { Input = "attack.txt", Outlet = "Belmere Herald", Published = new(2031, 5, 1) };
        var attack = new Event
        {
            Type = "ASSAULT",
            Cameo = "190",
            Trigger = [document.Tokens[2]],
            TriggerHead = 2,
            Actors = [new(document.SpanOf(new(0, 2)), 1)],
            Recipients = [new(document.Tokens[3], 3)],
            Factuality = Factuality.Happened,
            Rule = "attack.verb",
        };
        using var ledger = LedgerStore.Open(Path.Combine(_folder, "ledger.db"));
        ledger.Append(denial, denied, "test");
        ledger.Append(report, Entries.Of(report, document, [], [attack]), "test");

        var compared = VoiceComparison.Of(ledger, new() { Types = ["ASSAULT"] });

        Assert.Equal(["outlet Belmere Herald", "source Arlo Venn"], compared.Voices.Select(voice => $"{voice.Kind} {voice.Voice}").Order(StringComparer.Ordinal));
        var account = Assert.Single(compared.Accounts);
        Assert.True(account.Disputed);
        Assert.Equal(2, account.Voices);
        Assert.Equal(
            ["did not happen: Arlo Venn", "happened: Belmere Herald"],
            account.Told.Select(told => $"{told.Factuality}: {string.Join(", ", told.Voices)}").Order(StringComparer.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
