using Heliograph.Documents;
using Heliograph.Store;
using Heliograph.Tests.Cli;
using Heliograph.Web.Pages.Trying;

namespace Heliograph.Tests.Web;

/// <summary>What the first page shows of a ledger.</summary>
public sealed class FirstEntriesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("heliograph-first-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Come_from_short_reports_even_where_the_newest_are_all_of_a_long_one()
    {
        var brief = Report("brief", "Mara said Belmere fell", 1);
        using var store = LedgerStore.Open(Path.Combine(_folder, "ledger.db"));
        foreach (var report in (Report[])[brief, Report("empty", "Nobody knows", 2), Report("long", string.Join(' ', Enumerable.Range(1, 4000).Select(i => $"Village{i} fell")), 3)])
        {
            store.Append(report, Simple.Stages.Read(report).Entries, "test");
        }

        Assert.Equal(brief.Id, Assert.Single(FirstEntries.Of(store).Rows).Found.Report.Id);
    }

    [Fact]
    public void Are_none_where_nothing_was_read()
    {
        using var store = LedgerStore.Open(Path.Combine(_folder, "ledger.db"));

        Assert.Empty(FirstEntries.Of(store).Rows);
    }

    private static Report Report(string name, string text, int day) => new(text) { Input = name, Published = new(2031, 5, day) };
}
