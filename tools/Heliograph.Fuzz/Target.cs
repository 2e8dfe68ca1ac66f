namespace Heliograph.Fuzz;

/// <summary>One door that hostile input comes through, and what it promises.</summary>
internal abstract class Target : IDisposable
{
    /// <summary>What it is called on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Seconds that one input may take by the clock on the wall, however busy the machine.</summary>
    public virtual int MostSeconds => 300;

    /// <summary>An input. The same numbers make the same input.</summary>
    public abstract byte[] Make(Random random);

    /// <summary>Lets an input in.</summary>
    /// <exception cref="BrokenPromiseException">What came out is not what is promised. Any other exception is a fault as well.</exception>
    public abstract void Try(byte[] input);

    /// <inheritdoc/>
    public virtual void Dispose() { }
}
