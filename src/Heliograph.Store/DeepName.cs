using Heliograph.Language;

namespace Heliograph.Store;

/// <summary>How the name of a reader tells that it reads with the deep model.</summary>
public static class DeepName
{
    /// <summary>Whether it does.</summary>
    /// <param name="reader">The program and the model, such as <c>heliograph 0.1.0, deep-1</c>.</param>
    public static bool IsIn(string reader) => LearntName.Without(reader).Split(", ")[^1].StartsWith(Annotator.DeepPrefix, StringComparison.Ordinal);
}
