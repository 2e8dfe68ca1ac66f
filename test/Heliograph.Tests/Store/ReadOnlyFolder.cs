using System.Diagnostics;

namespace Heliograph.Tests.Store;

/// <summary>A folder that nothing can be written in, for a while: by its mode, or where the user may write anywhere, as a disk that is read only.</summary>
internal sealed class ReadOnlyFolder : IDisposable
{
    private const UnixFileMode Reading = UnixFileMode.UserRead | UnixFileMode.UserExecute;

    private readonly bool _isDisk = Environment.IsPrivilegedProcess;

    /// <param name="within">The folder that it is made in.</param>
    public ReadOnlyFolder(string within)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "folders there have no such mode");
        Path = Directory.CreateDirectory(System.IO.Path.Combine(within, "read-only")).FullName;
        if (_isDisk) Assert.SkipUnless(Mount("-t", "tmpfs", "-o", "size=8m", "heliograph", Path), "needs the right to mount a small disk");
    }

    /// <summary>Its path.</summary>
    public string Path { get; }

    /// <summary>Nothing can be written from now on.</summary>
    public void Close() => Set(isOpen: false);

    /// <summary>Things can be written from now on.</summary>
    public void Open() => Set(isOpen: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isDisk) Run("umount", "-l", Path);
        else Open();
    }

    private void Set(bool isOpen)
    {
        if (_isDisk) Assert.True(Mount("-o", $"remount,{(isOpen ? "rw" : "ro")}", Path));
        else if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, isOpen ? Reading | UnixFileMode.UserWrite : Reading);
    }

    private static bool Mount(params string[] arguments) => Run("mount", arguments);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
