using System.Security;

namespace Heliograph.Reading;

/// <summary>One thing to read: a file, standard input, or a place where neither can be had.</summary>
/// <param name="Source">The file as it is named to people; <c>-</c> for standard input.</param>
/// <param name="Length">Its size in bytes, where it is known.</param>
/// <param name="Failure">Why it cannot be read, where that is known already.</param>
internal readonly record struct InputFile(string Source, long? Length, ReadResult.Failure? Failure = null);

/// <summary>Turns paths into the files they stand for.</summary>
internal static class InputFiles
{
    private static readonly string[] Extensions = [".txt", ".html", ".htm", ".jsonl"];

    /// <summary>The files of every path in turn; those of a folder in ordinal order of their paths, links to folders left out.</summary>
    public static IEnumerable<InputFile> Of(IEnumerable<string> paths, Stream? standardInput)
    {
        foreach (var path in paths)
        {
            if (path == "-") yield return new(path, LengthOf(standardInput));
            else if (Directory.Exists(path))
            {
                var files = new List<InputFile>();
                AddFolder(new DirectoryInfo(path), path, files);
                if (files.Count == 0)
                {
                    files.Add(Failed(path, "no .txt, .html, .htm or .jsonl file in this folder", "Name a folder that holds some"));
                }

                files.Sort((a, b) => string.CompareOrdinal(a.Source, b.Source));
                foreach (var file in files) yield return file;
            }
            else if (File.Exists(path)) yield return new(path, FileLength(path));
            else yield return Failed(path, "nothing of this name", "Check the path");
        }
    }

    private static InputFile Failed(string path, string reason, string remedy) =>
        new(path, null, Refusals.Unreadable(path, reason, remedy));

    private static void AddFolder(DirectoryInfo folder, string path, List<InputFile> files)
    {
        try
        {
            foreach (var entry in folder.EnumerateFileSystemInfos())
            {
                var name = Path.Combine(path, entry.Name);
                if (entry is DirectoryInfo inner)
                {
                    if (inner.LinkTarget is null) AddFolder(inner, name, files);
                }
                else if (Extensions.Contains(entry.Extension.ToLowerInvariant()))
                {
                    files.Add(FileKind.Other(name) is { } other ? Failed(name, other, "Give it by its own name if it is meant") : new(name, FileLength(name)));
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            files.Add(Failed(path, "a folder that cannot be listed", "Check that you may read it"));
        }
    }

    private static long? FileLength(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            return null; // opening it will say why
        }
    }

    private static long? LengthOf(Stream? stream) => stream is { CanSeek: true } ? stream.Length - stream.Position : null;
}
