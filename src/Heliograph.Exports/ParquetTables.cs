using System.Collections.Immutable;
using Parquet;
using Parquet.Schema;

namespace Heliograph.Exports;

/// <summary>The tables of <see cref="Tables"/> in Parquet, with the texts of the reports, every text as it stands, and every value as what it is: days,
/// moments, lists, and structures of parties, places and stretches of words. Texts that come again lie in dictionaries.</summary>
internal static class ParquetTables
{
    // One report's text is some kilobytes, an entry's row some hundred bytes
    private const int ReportsAGroup = 1_000;
    private const int EntriesAGroup = 10_000;

    private static readonly Table Reports = Tables.Reports with
    {
        Columns = Tables.Reports.Columns.Add(new Cell("text", CellType.Text, row => ((Row)row).View.Report.Text)),
    };

    /// <summary>The tables, in the order of <see cref="Tables.All"/>.</summary>
    public static ImmutableArray<Table> All { get; } = [.. Tables.All.Select(table => table == Tables.Reports ? Reports : table)];

    public static void Write(ExportJob job)
    {
        var files = new List<ParquetTable>();
        try
        {
            foreach (var table in All) files.Add(new(table, job.Open(table.Name + ".parquet"), table == Reports ? ReportsAGroup : EntriesAGroup));
            foreach (var view in job.Once())
            {
                files[0].Add(new(view, null));
                foreach (var entry in view.Entries)
                {
                    files[Tables.All.IndexOf(Tables.Of(entry))].Add(new(view, entry));
                    job.Wrote();
                }
            }

            foreach (var file in files) file.End();
        }
        finally
        {
            foreach (var file in files) file.Dispose();
        }

        DataPackage.Write(job, [.. All.Select(DataPackage.OfParquet)]);
    }

    // The package writes in tasks, but to streams that have no need of them: nothing here waits
    private sealed class ParquetTable : IDisposable
    {
        private readonly Stream _stream;
        private readonly int _rowsAGroup;
        private readonly ImmutableArray<ParquetColumn> _columns;
        private readonly ParquetWriter _writer;
        private int _rows;

        public ParquetTable(Table table, Stream stream, int rowsAGroup)
        {
            (_stream, _rowsAGroup) = (stream, rowsAGroup);
            _columns = [.. table.Columns.Select(ParquetColumn.Of)];
            var (schema, options) = (new ParquetSchema(_columns.Select(column => column.Field).ToArray()), new ParquetOptions());
            foreach (var field in schema.DataFields.Where(field => field.ClrType == typeof(ReadOnlyMemory<char>)))
            {
                options.ColumnEncodingHints[field.Path.ToString()] = EncodingHint.Dictionary; // it is left where most values are there once
            }

            _writer = ParquetWriter.CreateAsync(schema, stream, options).GetAwaiter().GetResult();
        }

        public void Add(Row row)
        {
            foreach (var column in _columns) column.Add(row, 0, 0, 0);
            if (++_rows == _rowsAGroup) WriteGroup();
        }

        public void End()
        {
            if (_rows > 0) WriteGroup();
            _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        public void Dispose() => _stream.Dispose();

        private void WriteGroup()
        {
            using var group = _writer.CreateRowGroup();
            foreach (var leaf in _columns.SelectMany(column => column.Leaves)) leaf.Write(group).GetAwaiter().GetResult();
            group.CompleteValidate();
            _rows = 0;
        }
    }
}
