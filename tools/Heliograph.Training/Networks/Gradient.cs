using System.Runtime.InteropServices;

namespace Heliograph.Training.Networks;

/// <summary>The gradient of one shard of a batch.</summary>
internal sealed unsafe class Gradient
{
    private readonly float[][] _tables;
    private readonly List<int>[] _touched;
    private readonly bool[][] _isTouched;

    public Gradient(Parameters parameters)
    {
        Dense = (float*)NativeMemory.AlignedAlloc((nuint)parameters.Count * sizeof(float), 64);
        Count = parameters.Count;
        _tables = [.. parameters.Tables.Select(table => new float[table.Rows * table.Width])];
        _touched = [.. parameters.Tables.Select(_ => new List<int>())];
        _isTouched = [.. parameters.Tables.Select(table => new bool[table.Rows])];
        Clear(parameters);
    }

    public float* Dense { get; }

    public int Count { get; }

    public IReadOnlyList<int> Touched(int table) => _touched[table];

    public Span<float> Row(Parameters parameters, int table, int row)
    {
        if (!_isTouched[table][row])
        {
            _isTouched[table][row] = true;
            _touched[table].Add(row);
        }

        var width = parameters.Tables[table].Width;
        return _tables[table].AsSpan(row * width, width);
    }

    public void Clear(Parameters parameters)
    {
        new Span<float>(Dense, Count).Clear();
        for (var t = 0; t < _tables.Length; t++)
        {
            var width = parameters.Tables[t].Width;
            foreach (var row in _touched[t])
            {
                _tables[t].AsSpan(row * width, width).Clear();
                _isTouched[t][row] = false;
            }

            _touched[t].Clear();
        }
    }
}
