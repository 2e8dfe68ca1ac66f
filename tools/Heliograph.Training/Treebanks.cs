using Heliograph.Documents;

namespace Heliograph.Training;

/// <summary>The treebanks in a folder.</summary>
internal static class Treebanks
{
    /// <summary>Reads every document of one part, file by file in the order of their names.</summary>
    /// <param name="folder">Holds files such as <c>en_ewt-train.conllu</c>.</param>
    /// <param name="part"><c>train</c> or <c>dev</c>.</param>
    /// <exception cref="FileNotFoundException">The folder holds no such file.</exception>
    public static IReadOnlyList<(string Name, IReadOnlyList<Document> Documents)> Read(
        DirectoryInfo folder, string part)
    {
        var files = folder.GetFiles($"*-{part}.conllu").OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        if (files.Count == 0)
        {
            throw new FileNotFoundException(
                $"{folder.FullName}: found no file '*-{part}.conllu', expected at least one treebank. " +
                "Name the folder that holds them.");
        }

        return [.. files.Select(file => (file.Name[..^$"-{part}.conllu".Length], Open(file)))];
    }

    private static List<Document> Open(FileInfo file)
    {
        using var reader = file.OpenText();
        return [.. ConlluReader.Read(reader)];
    }
}
