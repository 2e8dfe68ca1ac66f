using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>A column of a table that is flat: one cell of text a row.</summary>
/// <param name="Name">Its name: that of the column it is a part of, and its own.</param>
/// <param name="Type">What its cells hold, or each of the values in them.</param>
/// <param name="IsList">Whether a cell holds several values, parted by <see cref="Cells.Bar"/>; side by side in all columns of one party or place.</param>
/// <param name="Told">The cell of a row, safe to stand in a table.</param>
internal sealed record FlatColumn(string Name, CellType Type, bool IsList, Func<Row, string> Told)
{
    private static readonly string[] Heads = ["text", "mark"]; // the part that goes by the name of the whole

    /// <summary>The values there are, where they are few; empty where any will do.</summary>
    public ImmutableArray<string> Terms { get; init; } = [];

    /// <summary>The flat columns of a table.</summary>
    public static ImmutableArray<FlatColumn> Of(Table table) => [.. table.Columns.SelectMany(Of)];

    private static IEnumerable<FlatColumn> Of(Column column) => column switch
    {
        Cell cell => [new(cell.Name, cell.Type, false, row => Cells.Of(Value(cell, row))) { Terms = cell.Terms }],
        Spans spans => [new(spans.Name, CellType.Text, false, row => Cells.Of(Value(spans, row)))],
        Group group => group.Columns.Where(IsFlat).Select(part => new FlatColumn(
            Named(group, part), TypeOf(part), false, row => group.Value(row) is { } whole ? Cells.Of(Value(part, whole)) : "")),
        Several { Item: Group group } several => group.Columns.Where(IsFlat).Select(part => new FlatColumn(
            Named(group, part), TypeOf(part), true, row => Cells.Text(Cells.List(several.Values(row).Select(item => (string?)Value(part, item)))))),
        Several { Item: Cell } several => [new(several.Name, CellType.Text, true, row => Cells.Text(Cells.List(several.Values(row).Cast<string?>())))],
        _ => throw new InvalidOperationException($"No flat column is defined for a {column.GetType()}. Define one here."),
    };

    private static bool IsFlat(Column part) => part is not Cell { IsNested: true };

    private static string Named(Group group, Column part) => Heads.Contains(part.Name) ? group.Name : $"{group.Name}_{part.Name}";

    private static CellType TypeOf(Column part) => part is Cell cell ? cell.Type : CellType.Text;

    // A code of digits says what it is a code of, or readers of tables take it for a number: 057 for 57
    private static object? Value(Column part, object item) => part switch
    {
        Cell { Type: CellType.Code } code => code.Value(item) is { } value ? $"{code.Name}:{value}" : null,
        Cell { Type: CellType.Day } day => ((DateOnly?)day.Value(item))?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Cell cell => cell.Value(item),
        Spans spans => spans.Value(item) is var (view, words) ? Stretches(view, words) : null,
        _ => throw new InvalidOperationException($"No flat value is defined for a {part.GetType()}. Define one here."),
    };

    // Two dots, for spreadsheets take 5-12 for a day in May
    private static string Stretches(ReportView view, Evidence words) => string.Join(
        ',', words.Spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{view.At(span.Start)}..{view.At(span.End)}")));
}
