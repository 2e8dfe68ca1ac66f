using Parquet;
using Parquet.Schema;

namespace Heliograph.Exports;

/// <summary>The tables of <see cref="Tables"/> in Parquet, with the texts of the reports, and every text as it stands.</summary>
internal static class ParquetTables
{
    // One report's text is some kilobytes, an entry's row some hundred bytes
    private const int ReportsAGroup = 1_000;
    private const int EntriesAGroup = 10_000;

    private static readonly Table Reports = Tables.Reports with
    {
        Columns = Tables.Reports.Columns.Add(new("text", typeof(string), row => row.View.Report.Text)),
    };

    public static void Write(ExportJob job)
    {
        var tables = new[] { Reports, Tables.Mentions, Tables.Statements, Tables.Events };
        var files = new List<ParquetTable>();
        try
        {
            foreach (var table in tables) files.Add(new(table, job.Open(table.Name + ".parquet"), table == Reports ? ReportsAGroup : EntriesAGroup));
            foreach (var view in job.Once())
            {
                files[0].Add(new(view, null));
                foreach (var entry in view.Entries)
                {
                    files[Array.IndexOf(tables, Tables.Of(entry))].Add(new(view, entry));
                    job.Wrote();
                }
            }

            foreach (var file in files) file.End();
        }
        finally
        {
            foreach (var file in files) file.Dispose();
        }
    }

    // The package writes in tasks, but to streams that have no need of them: nothing here waits
    private sealed class ParquetTable : IDisposable
    {
        private readonly Table _table;
        private readonly Stream _stream;
        private readonly int _rowsAGroup;
        private readonly DataField[] _fields;
        private readonly List<object?[]> _rows = [];
        private readonly ParquetWriter _writer;

        public ParquetTable(Table table, Stream stream, int rowsAGroup)
        {
            (_table, _stream, _rowsAGroup) = (table, stream, rowsAGroup);
            _fields = [.. table.Columns.Select(column => new DataField(column.Name, column.Type, isNullable: true))];
            _writer = ParquetWriter.CreateAsync(new ParquetSchema(_fields), stream).GetAwaiter().GetResult();
        }

        public void Add(Row row)
        {
            _rows.Add([.. _table.Columns.Select(column => column.Value(row))]);
            if (_rows.Count == _rowsAGroup) WriteGroup();
        }

        public void End()
        {
            if (_rows.Count > 0) WriteGroup();
            _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        public void Dispose() => _stream.Dispose();

        private void WriteGroup()
        {
            using var group = _writer.CreateRowGroup();
            for (var i = 0; i < _fields.Length; i++)
            {
                var column = i;
                var writing = _table.Columns[i].Type == typeof(string) ? group.WriteAsync(_fields[i], [.. _rows.Select(row => (string?)row[column])])
                    : _table.Columns[i].Type == typeof(long) ? group.WriteAsync<long>(_fields[i], Numbers<long>(column))
                    : group.WriteAsync<double>(_fields[i], Numbers<double>(column));
                writing.GetAwaiter().GetResult();
            }

            group.CompleteValidate();
            _rows.Clear();
        }

        private ReadOnlyMemory<T?> Numbers<T>(int column) where T : struct => _rows.Select(row => (T?)row[column]).ToArray();
    }
}
