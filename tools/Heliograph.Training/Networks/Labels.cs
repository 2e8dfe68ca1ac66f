namespace Heliograph.Training.Networks;

/// <summary>A closed list of labels, numbered in ordinal order.</summary>
internal sealed class Labels
{
    private readonly Dictionary<string, byte> _numbers = [];

    public Labels(IEnumerable<string> names)
    {
        Names = [.. names.Distinct().Order(StringComparer.Ordinal)];
        if (Names.Length > byte.MaxValue) throw new ArgumentException($"Found {Names.Length} labels, expected at most {byte.MaxValue}. Is the column right?", nameof(names));
        for (var i = 0; i < Names.Length; i++) _numbers[Names[i]] = (byte)i;
    }

    public string[] Names { get; }

    public byte this[string name] => _numbers.TryGetValue(name, out var number) ? number : byte.MaxValue;

    /// <summary>The count, rounded up to what the products need.</summary>
    public int Width => (Names.Length + Product.Width - 1) / Product.Width * Product.Width;
}
