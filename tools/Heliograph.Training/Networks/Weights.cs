namespace Heliograph.Training.Networks;

/// <summary>A matrix of weights inside the dense parameters.</summary>
internal sealed record Weights(string Name, int Offset, int Rows, int Columns);
