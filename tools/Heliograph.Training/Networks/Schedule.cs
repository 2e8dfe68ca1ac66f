namespace Heliograph.Training.Networks;

/// <summary>How a network is learnt.</summary>
internal sealed record Schedule(int Epochs, float Rate, int BatchWords, ulong Seed)
{
    public Network.Drops Drops { get; init; } = new(0.3f, 0.33f, 0.2f, 0.33f, 0);
}
