using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Heliograph.Training.Networks;

/// <summary>All weights of a network, their running average, and the state of Adam that learns them.</summary>
internal sealed unsafe class Parameters
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.95f; // Dozat and Manning 2017 found less memory better for parsing
    private const float Epsilon = 1e-8f;
    private readonly List<Weights> _weights = [];
    private readonly List<Table> _tables = [];
    private float* _average;
    private float* _first;
    private float* _second;

    public int Count { get; private set; }

    public float* Values { get; private set; }

    public IReadOnlyList<Weights> Weights => _weights;

    public IReadOnlyList<Table> Tables => _tables;

    public long Step { get; private set; }

    /// <summary>The share of the rate that <see cref="SlowCount"/> weights are taught with.</summary>
    public const float SlowShare = 0.1f;

    /// <summary>How many of the first weights are taught slowly: those that were trained before.</summary>
    public int SlowCount { get; set; }

    public Weights Add(string name, int rows, int columns)
    {
        var weights = new Weights(name, Count, rows, columns);
        _weights.Add(weights);
        Count += (rows * columns + 15) & ~15;
        return weights;
    }

    public int AddTable(string name, int rows, int width)
    {
        _tables.Add(new(name, rows, width));
        return _tables.Count - 1;
    }

    /// <summary>Takes the memory and draws the first values: matrices by Glorot, biases (one row) zero.</summary>
    public void Initialise(ulong seed)
    {
        Values = Allocate();
        _average = Allocate();
        _first = Allocate();
        _second = Allocate();
        var random = new Randomness(seed);
        foreach (var weights in _weights)
        {
            if (weights.Rows == 1) continue;
            var scale = MathF.Sqrt(2f / (weights.Rows + Math.Min(weights.Columns, weights.Rows)));
            for (var i = 0; i < weights.Rows * weights.Columns; i++) Values[weights.Offset + i] = random.Normal() * scale;
        }

        foreach (var table in _tables)
        {
            for (var i = 0; i < table.Values.Length; i++) table.Values[i] = random.Normal() * 0.3f;
        }
    }

    /// <summary>Lets the running average begin with the weights as they are.</summary>
    public void BeginAverage()
    {
        new Span<float>(Values, Count).CopyTo(new(_average, Count));
        foreach (var table in _tables) table.Values.CopyTo(table.Average, 0);
    }

    /// <summary>Takes one step of Adam on the sum of the shards' gradients, clipped to a norm, and moves the average.</summary>
    public void Update(IReadOnlyList<Gradient> shards, float rate, float decay)
    {
        Step++;
        var dense = shards[0].Dense;
        for (var s = 1; s < shards.Count; s++)
        {
            TensorPrimitives.Add(new ReadOnlySpan<float>(dense, Count), new ReadOnlySpan<float>(shards[s].Dense, Count), new Span<float>(dense, Count));
        }

        const float MaxNorm = 5f;
        var norm = TensorPrimitives.Norm(new ReadOnlySpan<float>(dense, Count));
        var clip = norm > MaxNorm ? MaxNorm / norm : 1f;
        var correction = MathF.Sqrt(1 - MathF.Pow(Beta2, Step)) / (1 - MathF.Pow(Beta1, Step));
        decay = Math.Min(decay, (Step + 1f) / (Step + 10f));
        const int Slices = 8;
        Parallel.For(0, Slices, slice =>
        {
            var (from, to) = (Bound(slice), Bound(slice + 1));
            var slow = Math.Clamp(SlowCount, from, to);
            Learn(from, slow, rate * correction * SlowShare);
            Learn(slow, to, rate * correction);
        });
        for (var t = 0; t < _tables.Count; t++) UpdateTable(t, shards, rate * correction, clip, decay);

        // Every matrix begins at a multiple of 16.
        int Bound(int slice) => (int)((long)Count / 16 * slice / Slices * 16);

        void Learn(int from, int to, float rate) =>
            Adam(dense + from, Values + from, _first + from, _second + from, _average + from, to - from, rate, clip, decay);
    }

    private void UpdateTable(int index, IReadOnlyList<Gradient> shards, float rate, float clip, float decay)
    {
        var table = _tables[index];
        var rows = new List<int>();
        foreach (var shard in shards) rows.AddRange(shard.Touched(index));
        rows.Sort();
        var previous = -1;
        fixed (float* values = table.Values, first = table.First, second = table.Second, average = table.Average)
        {
            foreach (var row in rows)
            {
                if (row == previous) continue;
                previous = row;
                var sum = shards[0].Row(this, index, row);
                for (var s = 1; s < shards.Count; s++) TensorPrimitives.Add(sum, shards[s].Row(this, index, row), sum);
                var at = row * table.Width;
                fixed (float* gradient = sum)
                {
                    Adam(gradient, values + at, first + at, second + at, average + at, table.Width, rate, clip, decay);
                }
            }
        }
    }

    private static void Adam(
        float* gradient, float* values, float* first, float* second, float* average, int count, float rate, float clip, float decay)
    {
        var i = 0;
        for (; i + Vector512<float>.Count <= count; i += Vector512<float>.Count)
        {
            var g = Vector512.Load(gradient + i) * clip;
            var mean = Vector512.Load(first + i) * Beta1 + g * (1 - Beta1);
            var square = Vector512.Load(second + i) * Beta2 + g * g * (1 - Beta2);
            var now = Vector512.Load(values + i) - mean * rate / (Vector512.Sqrt(square) + Vector512.Create(Epsilon));
            mean.Store(first + i);
            square.Store(second + i);
            now.Store(values + i);
            (Vector512.Load(average + i) * decay + now * (1 - decay)).Store(average + i);
        }

        for (; i < count; i++)
        {
            var g = gradient[i] * clip;
            first[i] = Beta1 * first[i] + (1 - Beta1) * g;
            second[i] = Beta2 * second[i] + (1 - Beta2) * g * g;
            values[i] -= rate * first[i] / (MathF.Sqrt(second[i]) + Epsilon);
            average[i] = decay * average[i] + (1 - decay) * values[i];
        }
    }

    /// <summary>Puts the running average in place of the weights, and the weights in its place.</summary>
    public void SwapAverage()
    {
        var values = Values;
        Values = _average;
        _average = values;
        foreach (var table in _tables)
        {
            for (var i = 0; i < table.Values.Length; i++) (table.Values[i], table.Average[i]) = (table.Average[i], table.Values[i]);
        }
    }

    /// <summary>Writes everything, so that learning can go on from there.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Step);
        foreach (var part in (nint[])[(nint)Values, (nint)_average, (nint)_first, (nint)_second])
        {
            writer.Write(new ReadOnlySpan<byte>((void*)part, Count * sizeof(float)));
        }

        foreach (var table in _tables)
        {
            foreach (var part in (float[][])[table.Values, table.Average, table.First, table.Second]) writer.Write(MemoryMarshal.AsBytes(part.AsSpan()));
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public void Read(BinaryReader reader)
    {
        Step = reader.ReadInt64();
        foreach (var part in (nint[])[(nint)Values, (nint)_average, (nint)_first, (nint)_second])
        {
            reader.BaseStream.ReadExactly(new Span<byte>((void*)part, Count * sizeof(float)));
        }

        foreach (var table in _tables)
        {
            foreach (var part in (float[][])[table.Values, table.Average, table.First, table.Second]) reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(part.AsSpan()));
        }
    }

    private float* Allocate()
    {
        var memory = (float*)NativeMemory.AlignedAlloc((nuint)Count * sizeof(float), 64);
        new Span<float>(memory, Count).Clear();
        return memory;
    }
}
