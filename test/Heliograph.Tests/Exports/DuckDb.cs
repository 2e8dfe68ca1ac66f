using System.Globalization;
using DuckDB.NET.Data;

namespace Heliograph.Tests.Exports;

/// <summary>A reader of files that others wrote: DuckDB.</summary>
internal static class DuckDb
{
    /// <summary>The rows of a query, the cells of each with a space between.</summary>
    public static List<string> Rows(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
