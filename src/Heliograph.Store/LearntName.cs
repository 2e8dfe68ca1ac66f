namespace Heliograph.Store;

/// <summary>How the name of a reader tells that it reads with what was learnt from local corrections.</summary>
public static class LearntName
{
    private const string Mark = ", learnt ";

    /// <summary>A reader's name with that of what was learnt.</summary>
    /// <param name="reader">The program and the model.</param>
    /// <param name="learnt">The hash of what was learnt.</param>
    public static string With(string reader, string learnt) => reader + Mark + learnt;

    /// <summary>The program and the model alone.</summary>
    public static string Without(string reader) => reader.Split(Mark)[0];
}
