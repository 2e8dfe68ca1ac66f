using System.Runtime.Intrinsics;

namespace Heliograph.Language.Networks;

/// <summary>A linear layer with weights of 8 bits, one scale a column, left where they lie in the file.</summary>
/// <remarks>
/// Panels of 32 columns are widened to 16 bits as they are needed, so that all processes share one copy and none has to make
/// its own before the first word: a panel serves all rows of a window, and widening it takes a hundredth of the products' time.
/// </remarks>
internal sealed unsafe class ByteLayer
{
    /// <summary>The largest whole number of an input. With weights up to 127 it keeps sums within 32 bits up to a depth of <see cref="MostInputs"/>.</summary>
    public const int MostValue = 8000;

    /// <summary>The deepest layer: 2,048 × 8,000 × 127 is below 2^31.</summary>
    public const int MostInputs = 2048;

    private readonly float* _columns;
    private readonly sbyte* _weights;

    /// <summary>Reads the layer.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="inputs">Width of the input that is expected.</param>
    /// <param name="outputs">Width of the output that is expected.</param>
    /// <exception cref="InvalidDataException">It is of another shape.</exception>
    public ByteLayer(ModelReader reader, int inputs, int outputs)
    {
        (Inputs, Outputs) = (reader.ReadInt32(), reader.ReadInt32());
        if ((Inputs, Outputs) != (inputs, outputs))
        {
            throw new InvalidDataException(
                $"The encoder has a layer of {Inputs} by {Outputs}, expected {inputs} by {outputs} from what it begins with. Build it again as docs/model.md says.");
        }

        _columns = reader.CopyArray<float>(Outputs);
        Bias = reader.CopyArray<float>(Outputs);
        _weights = reader.ReadArray<sbyte>((long)Inputs * Outputs);
    }

    /// <summary>Width of the input; even, at most <see cref="MostInputs"/>.</summary>
    public int Inputs { get; }

    /// <summary>Width of the output; a multiple of 32.</summary>
    public int Outputs { get; }

    /// <summary>What <see cref="Add"/> leaves to the caller to begin with; one a column.</summary>
    public float* Bias { get; }

    /// <summary>Y = X·W + b. Rows of both lie one behind the other.</summary>
    public void Apply(short* x, float* scales, int rows, float* y, Workspace workspace)
    {
        for (var i = 0; i < rows; i++) new ReadOnlySpan<float>(Bias, Outputs).CopyTo(new(y + (nint)i * Outputs, Outputs));
        Add(x, scales, rows, y, workspace);
    }

    /// <summary>Y += X·W.</summary>
    public void Add(short* x, float* scales, int rows, float* y, Workspace workspace)
    {
        const int Width = IntegerProduct.Width;
        var panel = workspace.Shorts(Workspace.Area.Panel, Inputs * Width);
        for (var j = 0; j < Outputs; j += Width)
        {
            var weights = _weights + (nint)j * Inputs;
            for (var i = 0; i < Inputs * Width; i += 64)
            {
                var (low, high) = Vector512.Widen(Vector512.Load(weights + i));
                low.Store(panel + i);
                high.Store(panel + i + 32);
            }

            IntegerProduct.MultiplyAdd(x, Inputs, panel, scales, _columns + j, y + j, Outputs, rows, Inputs, Width);
        }
    }
}
