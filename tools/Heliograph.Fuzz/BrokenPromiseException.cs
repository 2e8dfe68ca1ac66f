namespace Heliograph.Fuzz;

/// <summary>An input came out as it must not.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message)
{
    /// <summary>Throws unless something holds.</summary>
    public static void ThrowUnless(bool holds, string message)
    {
        if (!holds) throw new BrokenPromiseException(message);
    }
}
