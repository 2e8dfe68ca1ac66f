namespace Heliograph.Exports;

/// <summary>Opens a file of an export to be written.</summary>
/// <param name="name">The file's name within the export, with its extension; ASCII letters, digits, dots and hyphens.</param>
/// <returns>A stream to write from its start; the export closes it.</returns>
public delegate Stream OpenFile(string name);
