using System.Runtime.InteropServices;

namespace Heliograph.Reading;

/// <summary>Tells files from what only looks like one: opening a pipe would wait for ever, and a device may have no end.</summary>
internal static class FileKind
{
    // Of Linux's statx, whose answer is laid out the same on every machine: see statx(2) and inode(7)
    private const int Here = -100;       // AT_FDCWD: a relative path begins in the current folder
    private const uint Type = 1;         // STATX_TYPE
    private const int AnswerBytes = 256;
    private const int ModeAt = 28;       // stx_mode, 16 bits
    private const int TypeBits = 0xF000;

    /// <summary>What stands at a path where it is no file and no folder, such as "a pipe"; links are followed. Null where it is one, or nobody can tell.</summary>
    public static string? Other(string path)
    {
        if (!OperatingSystem.IsLinux()) return null;
        var answer = new byte[AnswerBytes];
        if (Statx(Here, path, 0, Type, answer) != 0) return null; // opening it will say why
        return (BitConverter.ToUInt16(answer, ModeAt) & TypeBits) switch
        {
            0x1000 => "a pipe",
            0x2000 or 0x6000 => "a device",
            0xC000 => "a socket",
            _ => null,
        };
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] answer);
}
