using System.Runtime.CompilerServices;

namespace Heliograph.Tests;

/// <summary>Snapshot tests: compares an output with the copy that a person approved.</summary>
internal static class Approval
{
    /// <summary>Compares with <c>TestClass.TestMethod.approved.txt</c>, beside the test.</summary>
    /// <remarks>On a difference the output is written to <c>….received.txt</c>; to approve it, rename the file.</remarks>
    public static void Approve(this string actual, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        var approved = File.Exists($"{stem}.approved.txt") ? File.ReadAllText($"{stem}.approved.txt") : "";
        if (actual.ReplaceLineEndings("\n") == approved.ReplaceLineEndings("\n")) return;

        File.WriteAllText($"{stem}.received.txt", actual);
        Assert.Fail($"Output differs from the approved copy.\n  diff {stem}.approved.txt {stem}.received.txt");
    }
}
