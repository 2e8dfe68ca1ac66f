using Heliograph.Language.Networks;

namespace Heliograph.Training.Vectors;

/// <summary>Words and a vector for each, most frequent first.</summary>
/// <param name="Words">The words, as <see cref="Key"/> writes them.</param>
/// <param name="Dimensions">The length of a vector.</param>
/// <param name="Values">One row of <paramref name="Dimensions"/> values a word.</param>
internal sealed record WordVectors(string[] Words, int Dimensions, float[] Values)
{
    /// <summary>How a form is looked up: lower case, digits as 0, curly quotes as straight ones.</summary>
    public static string Key(string form) =>
        string.Create(form.Length, form, (key, word) => WordFeatures.Key(word, key));

    /// <summary>Writes them to a file.</summary>
    public void Write(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(Words.Length);
        writer.Write(Dimensions);
        foreach (var word in Words) writer.Write(word);
        foreach (var value in Values) writer.Write(value);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static WordVectors Read(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        var (count, dimensions) = (reader.ReadInt32(), reader.ReadInt32());
        var words = new string[count];
        for (var i = 0; i < count; i++) words[i] = reader.ReadString();
        var values = new float[count * dimensions];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
        return new(words, dimensions, values);
    }
}
