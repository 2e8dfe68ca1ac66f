using System.Text;

namespace Heliograph.Tests.Exports;

/// <summary>A reader of RFC 4180 for one line.</summary>
internal static class CsvLine
{
    public static List<string> Cells(string line)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[++i]);
            else if (line[i] == '"') isQuoted = !isQuoted;
            else if (line[i] == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (line[i] != '\r') cell.Append(line[i]);
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
