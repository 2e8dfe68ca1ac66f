using System.Diagnostics;
using System.Globalization;

namespace Heliograph.Fuzz;

/// <summary>Tries inputs on some doors in turn, and tells what broke.</summary>
/// <param name="targets">The doors; disposed with this.</param>
/// <param name="folder">Where inputs are left; made where it is not there.</param>
/// <param name="output">Where it is told.</param>
internal sealed class Fuzzing(IReadOnlyList<Target> targets, DirectoryInfo folder, TextWriter output) : IDisposable
{
    private const int MostTold = 20; // inputs that broke something; then it ends

    private int _broken;

    /// <summary>Tries until the time is over.</summary>
    /// <returns>The exit status: 0, or 1 when an input broke something.</returns>
    public int Run(int seed, TimeSpan time)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"heliograph-fuzz --seed {seed} --minutes {time.TotalMinutes:0.##}"));
        var watch = Stopwatch.StartNew();
        var (tried, longest) = (new int[targets.Count], new TimeSpan[targets.Count]);
        for (var number = 0; watch.Elapsed < time && _broken < MostTold; number++)
        {
            var place = number % targets.Count;
            // the seed of each input follows from that of the run and its number, so that one is made again without those before it
            var took = Try(targets[place], targets[place].Make(new Random(HashOf(seed, number))), number);
            tried[place]++;
            if (took > longest[place]) longest[place] = took;
        }

        for (var i = 0; i < targets.Count; i++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{targets[i].Name,-8} {tried[i],8:N0} inputs, the longest took {longest[i].TotalSeconds:0.00} s"));
        }

        output.WriteLine(_broken == 0 ? "Nothing broke." : string.Create(CultureInfo.InvariantCulture, $"{_broken} broke something; they lie in {folder.FullName}."));
        return _broken == 0 ? 0 : 1;
    }

    /// <summary>Tries one input.</summary>
    /// <returns>The exit status.</returns>
    public int Replay(byte[] input)
    {
        var took = Try(targets[0], input, 0);
        if (_broken == 0) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Nothing broke, in {took.TotalSeconds:0.00} s."));
        return _broken == 0 ? 0 : 1;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var target in targets) target.Dispose();
    }

    private TimeSpan Try(Target target, byte[] input, int number)
    {
        folder.Create();
        var underWay = Path.Combine(folder.FullName, $"{target.Name}.under-way"); // stays where the process ends in the middle
        File.WriteAllBytes(underWay, input);
        var watch = Stopwatch.StartNew();
        try
        {
            target.Try(input);
            if (watch.Elapsed.TotalSeconds > target.MostSeconds) Tell($"it took {watch.Elapsed.TotalSeconds:0} s, at most {target.MostSeconds} were promised");
        }
#pragma warning disable CA1031 // whatever is thrown is what we look for
        catch (Exception e)
#pragma warning restore CA1031
        {
            Tell(e.ToString());
        }

        File.Delete(underWay);
        return watch.Elapsed;

        void Tell(string what)
        {
            _broken++;
            var kept = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{target.Name}.{number}"));
            File.WriteAllBytes(kept, input);
            output.WriteLine($"BROKEN {target.Name}: {what}\n  heliograph-fuzz --only {target.Name} --replay {kept}");
        }
    }

    private static int HashOf(int seed, int number) => unchecked((seed * 486_187_739) + number);
}
