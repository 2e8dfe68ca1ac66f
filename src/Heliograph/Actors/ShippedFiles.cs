using System.Text;

namespace Heliograph.Actors;

/// <summary>The files of the register that ship inside the library.</summary>
internal static class ShippedFiles
{
    private const string Prefix = "actors/";

    /// <summary>Reads every file of the register, in ordinal order of their names.</summary>
    /// <exception cref="InvalidDataException">A row cannot be read.</exception>
    public static RegisterTables Read()
    {
        var tables = new RegisterTables();
        var reader = new RegisterText(tables);
        var assembly = typeof(ShippedFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(IsOurs).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            reader.Read(name[Prefix.Length..], Text(stream));
        }

        if (tables.Problems.Count == 0) return tables;
        throw new InvalidDataException(
            string.Join('\n', tables.Problems.Take(10)) + "\nThe register inside the library is broken. Mend Actors/Lexicons and build again.");

        static bool IsOurs(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);
    }

    private static unsafe string Text(Stream stream)
    {
        if (stream is UnmanagedMemoryStream memory) return Encoding.UTF8.GetString(memory.PositionPointer, checked((int)memory.Length));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
