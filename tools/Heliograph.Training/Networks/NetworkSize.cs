namespace Heliograph.Training.Networks;

/// <summary>The sizes of a network. Each is a multiple of 32.</summary>
internal sealed record NetworkSize(int Hidden, int Layers, int Arc, int Label, int Name);
