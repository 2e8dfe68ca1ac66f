using Parquet;
using Parquet.Schema;

namespace Heliograph.Exports;

/// <summary>A column of Parquet as it lies in a file: its values, and the levels that say in which lists and groups they stand (Dremel's).</summary>
internal abstract class ParquetLeaf(DataField leaf)
{
    private readonly List<int> _definitions = [];
    private readonly List<int> _repetitions = [];

    /// <summary>Its field.</summary>
    public DataField Field => leaf;

    /// <summary>The levels of definition so far.</summary>
    protected ReadOnlyMemory<int>? Definitions => leaf.MaxDefinitionLevel > 0 ? _definitions.ToArray() : null;

    /// <summary>The levels of repetition so far.</summary>
    protected ReadOnlyMemory<int>? Repetitions => leaf.MaxRepetitionLevel > 0 ? _repetitions.ToArray() : null;

    /// <summary>Adds a value, or that there is none.</summary>
    /// <param name="value">The value; null where there is none.</param>
    /// <param name="definition">How many of the parts above that may be missing are there, this one with them.</param>
    /// <param name="repetition">The list that goes on with it, counted from 1 at the outermost; 0 where a row begins.</param>
    public virtual void Add(object? value, int definition, int repetition)
    {
        _definitions.Add(definition);
        _repetitions.Add(repetition);
    }

    /// <summary>Writes what was added, and begins anew.</summary>
    public async Task Write(ParquetRowGroupWriter group)
    {
        await WriteValues(group);
        _definitions.Clear();
        _repetitions.Clear();
    }

    /// <summary>Writes the values.</summary>
    protected abstract Task WriteValues(ParquetRowGroupWriter group);
}

/// <summary>A column of values of one type.</summary>
/// <param name="field">Its field.</param>
/// <param name="convert">A value as Parquet has it.</param>
internal sealed class ParquetLeaf<T>(DataField field, Func<object, T> convert) : ParquetLeaf(field)
    where T : struct
{
    private readonly List<T> _values = [];

    /// <inheritdoc/>
    public override void Add(object? value, int definition, int repetition)
    {
        base.Add(value, definition, repetition);
        if (value is not null) _values.Add(convert(value));
    }

    /// <inheritdoc/>
    protected override async Task WriteValues(ParquetRowGroupWriter group)
    {
        await group.WriteAllPartsAsync<T>(Field, _values.ToArray(), Definitions, Repetitions, CancellationToken.None);
        _values.Clear();
    }
}
