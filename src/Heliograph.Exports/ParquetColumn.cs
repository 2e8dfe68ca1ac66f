using System.Collections.Immutable;
using Parquet.Schema;

namespace Heliograph.Exports;

/// <summary>A column as Parquet has it: groups are structures, and what may be several is a list.</summary>
/// <remarks>Everything may be missing but the ends of a stretch of words.</remarks>
internal abstract class ParquetColumn
{
    /// <summary>Its field in the schema.</summary>
    public abstract Field Field { get; }

    /// <summary>The columns that it lies in.</summary>
    public abstract IEnumerable<ParquetLeaf> Leaves { get; }

    /// <summary>The column of a table's column.</summary>
    public static ParquetColumn Of(Column column) => column switch
    {
        Cell cell => new Value(cell, isRequired: false),
        Spans spans => new Items(spans.Name, new Structure("element", End("start", 0), End("end", 1)), item => Stretches(spans, item)),
        Group group => new Structure(group),
        Several { Item: Group group } several => new Items(several.Name, new Structure(group with { Name = "element" }), several.Values),
        Several { Item: Cell cell } several => new Items(several.Name, new Value(cell with { Name = "element" }, isRequired: false), several.Values),
        _ => throw new InvalidOperationException($"No column of Parquet is defined for a {column.GetType()}. Define one here."),
    };

    /// <summary>Adds what a row or part has in this column.</summary>
    /// <param name="item">The row or part.</param>
    /// <param name="definition">How many of the parts above that may be missing are there.</param>
    /// <param name="repetition">The list that goes on with it; 0 where a row begins.</param>
    /// <param name="depth">How many lists it stands in.</param>
    public abstract void Add(object item, int definition, int repetition, int depth);

    /// <summary>Adds that there is nothing.</summary>
    /// <param name="definition">How many of the parts above that may be missing are there.</param>
    /// <param name="repetition">The list that goes on with it; 0 where a row begins.</param>
    private void AddNone(int definition, int repetition)
    {
        foreach (var leaf in Leaves) leaf.Add(null, definition, repetition);
    }

    private static IEnumerable<object>? Stretches(Spans spans, object item) => spans.Value(item) is var (view, words)
        ? words.Spans.Select(span => (object)new[] { (long)view.At(span.Start), view.At(span.End) })
        : null;

    private static Value End(string name, int index) => new(new(name, CellType.Whole, ends => ((long[])ends)[index]), isRequired: true);

    private sealed class Value : ParquetColumn
    {
        private readonly Cell _cell;
        private readonly bool _isRequired;
        private readonly ParquetLeaf _leaf;

        public Value(Cell cell, bool isRequired)
        {
            (_cell, _isRequired) = (cell, isRequired);
            _leaf = cell.Type switch
            {
                CellType.Whole => new ParquetLeaf<long>(Of(typeof(long)), value => (long)value),
                CellType.Real => new ParquetLeaf<double>(Of(typeof(double)), value => (double)value),
                CellType.Day => new ParquetLeaf<DateOnly>(Of(typeof(DateOnly)), value => (DateOnly)value),
                CellType.Moment => new ParquetLeaf<DateTime>(
                    new DateTimeDataField(cell.Name, DateTimeFormat.DateAndTimeMicros, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: !isRequired),
                    value => ((DateTimeOffset)value).UtcDateTime),
                _ => new ParquetLeaf<ReadOnlyMemory<char>>(Of(typeof(string)), value => ((string)value).AsMemory()),
            };

            DataField Of(Type type) => new(cell.Name, type, isNullable: !isRequired);
        }

        public override Field Field => _leaf.Field;

        public override IEnumerable<ParquetLeaf> Leaves => [_leaf];

        public override void Add(object item, int definition, int repetition, int depth)
        {
            var value = _cell.Value(item);
            _leaf.Add(value, value is null || _isRequired ? definition : definition + 1, repetition);
        }
    }

    private sealed class Structure : ParquetColumn
    {
        private readonly ImmutableArray<ParquetColumn> _parts;
        private readonly Func<object, object?> _value;

        public Structure(Group group)
        {
            (_parts, _value) = ([.. group.Columns.Select(Of)], group.Value);
            Field = new StructField(group.Name, [.. _parts.Select(part => part.Field)]);
        }

        public Structure(string name, params ParquetColumn[] parts)
        {
            (_parts, _value) = ([.. parts], item => item);
            Field = new StructField(name, [.. parts.Select(part => part.Field)]);
        }

        public override Field Field { get; }

        public override IEnumerable<ParquetLeaf> Leaves => _parts.SelectMany(part => part.Leaves);

        public override void Add(object item, int definition, int repetition, int depth)
        {
            if (_value(item) is not { } whole) AddNone(definition, repetition);
            else foreach (var part in _parts) part.Add(whole, definition + 1, repetition, depth);
        }
    }

    private sealed class Items(string name, ParquetColumn element, Func<object, IEnumerable<object>?> values) : ParquetColumn
    {
        public override Field Field { get; } = new ListField(name, element.Field);

        public override IEnumerable<ParquetLeaf> Leaves => element.Leaves;

        public override void Add(object item, int definition, int repetition, int depth)
        {
            if (values(item) is not { } all)
            {
                AddNone(definition, repetition);
                return;
            }

            var isFirst = true;
            foreach (var one in all)
            {
                element.Add(one, definition + 2, isFirst ? repetition : depth + 1, depth + 1);
                isFirst = false;
            }

            if (isFirst) AddNone(definition + 1, repetition); // a list that is there, and empty
        }
    }
}
