using System.Runtime.InteropServices;

namespace Heliograph.Language.Networks;

/// <summary>Memory that one thread computes in; it grows to what the largest batch needs and is used again.</summary>
internal sealed unsafe class Workspace : IDisposable
{
    /// <summary>What a stretch of memory is used for.</summary>
    public enum Area
    {
        /// <summary>Words whose encoding is not kept.</summary>
        Misses,

        /// <summary>Features of one word.</summary>
        WordInputs,

        /// <summary>Features of some words as whole numbers.</summary>
        WordQuantised,

        /// <summary>Their scales.</summary>
        WordScales,

        /// <summary>Their encodings.</summary>
        WordOutputs,

        /// <summary>Gates of a layer.</summary>
        Gates,

        /// <summary>Memory cells of the sentences.</summary>
        Cells,

        /// <summary>States of a layer as whole numbers.</summary>
        States,

        /// <summary>States of the layer below.</summary>
        StatesBelow,

        /// <summary>Scales of states.</summary>
        StateScales,

        /// <summary>What the heads put out.</summary>
        Heads,

        /// <summary>Names: hidden values as whole numbers.</summary>
        NameQuantised,

        /// <summary>Names: scores.</summary>
        NameScores,

        /// <summary>Arcs: dependents as whole numbers.</summary>
        Dependents,

        /// <summary>Arcs: turned dependents.</summary>
        Turned,

        /// <summary>Arcs: turned dependents as whole numbers.</summary>
        TurnedQuantised,

        /// <summary>Arcs: heads as whole numbers.</summary>
        ArcHeads,

        /// <summary>Scales of rows, one use at a time.</summary>
        Scales,

        /// <summary>Scales of heads of arcs.</summary>
        HeadScales,

        /// <summary>Scales of turned dependents.</summary>
        TurnedScales,

        /// <summary>Arcs: scores of a sentence.</summary>
        Arcs,

        /// <summary>Relations: hidden values.</summary>
        Joined,

        /// <summary>Relations: hidden values as whole numbers.</summary>
        JoinedQuantised,

        /// <summary>Relations: scores.</summary>
        Relations,

        /// <summary>Encoder: its rows, one a piece.</summary>
        EncoderRows,

        /// <summary>Encoder: rows as whole numbers.</summary>
        EncoderQuantised,

        /// <summary>Encoder: scales of rows.</summary>
        EncoderScales,

        /// <summary>Encoder: queries, keys and values, and later the inner values.</summary>
        EncoderInner,

        /// <summary>Encoder: what pieces take from each other.</summary>
        EncoderTaken,

        /// <summary>Encoder: columns of a layer as 16-bit numbers.</summary>
        Panel,

        /// <summary>Encoder: keys of a head by columns.</summary>
        TurnedKeys,

        /// <summary>Encoder: scores of some pieces.</summary>
        AttentionScores,

        /// <summary>What the encoder says of each word.</summary>
        EncoderVectors,
    }

    private const int Areas = (int)Area.EncoderVectors + 1;
    private readonly nint[] _memory = new nint[Areas];
    private readonly nuint[] _sizes = new nuint[Areas];

    /// <summary>Room for floats; what it holds is left from before.</summary>
    public float* Floats(Area area, int count) => (float*)Take(area, (nuint)count * sizeof(float));

    /// <summary>Room for 16-bit numbers; what it holds is left from before.</summary>
    public short* Shorts(Area area, int count) => (short*)Take(area, (nuint)count * sizeof(short));

    /// <summary>Room for 32-bit numbers; what it holds is left from before.</summary>
    public int* Integers(Area area, int count) => (int*)Take(area, (nuint)count * sizeof(int));

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var i = 0; i < Areas; i++)
        {
            NativeMemory.AlignedFree((void*)_memory[i]);
            (_memory[i], _sizes[i]) = (0, 0);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the memory of a workspace that was dropped.</summary>
    ~Workspace() => Dispose();

    private void* Take(Area area, nuint bytes)
    {
        bytes += 64;
        ref var memory = ref _memory[(int)area];
        if (_sizes[(int)area] < bytes)
        {
            NativeMemory.AlignedFree((void*)memory);
            memory = (nint)NativeMemory.AlignedAlloc(bytes + bytes / 4, 64);
            _sizes[(int)area] = bytes + bytes / 4;
        }

        return (void*)memory;
    }
}
