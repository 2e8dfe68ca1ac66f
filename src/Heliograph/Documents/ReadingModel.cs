namespace Heliograph.Documents;

/// <summary>Which model finds the columns of a document. Both find the same columns.</summary>
public enum ReadingModel
{
    /// <summary>A recurrent network alone: for archives, where speed counts.</summary>
    Fast,

    /// <summary>The same over a pretrained encoder: better, and several times slower.</summary>
    Deep,
}
