using System.Text;
using Heliograph.Exports;

namespace Heliograph.Tests.Exports;

public class PlainTableTests
{
    private static readonly string[] List = ["x", "y|z"];

    [Fact]
    public void Makes_cells_of_texts_lists_numbers_moments_and_yes_or_no() => Assert.Equal(
        "name,list,count,share,at,is\r\n\"a,b\",x|y¦z,12,0.5,2031-06-01T10:30:00Z,true\r\n'=1+1,,,,,\r\n",
        Encoding.UTF8.GetString(PlainTable.Write(
            "csv", ["name", "list", "count", "share", "at", "is"],
            [["a,b", List, 12L, 0.5, new DateTimeOffset(2031, 6, 1, 12, 30, 0, TimeSpan.FromHours(2)), true], ["=1+1", null, null, null, null, null]])));

    [Fact]
    public void Lets_no_text_make_a_cell_of_its_own() =>
        Assert.Equal("a\nb c d\n", Encoding.UTF8.GetString(PlainTable.Write("tsv", ["a"], [["b\tc\nd"]])));

    [Fact]
    public void Says_which_formats_it_writes() =>
        Assert.Contains("csv, tsv", Assert.Throws<ArgumentException>(() => PlainTable.Write("xls", ["a"], [])).Message, StringComparison.Ordinal);
}
