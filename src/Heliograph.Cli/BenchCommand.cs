using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Heliograph.Documents;
using Heliograph.Reading;

namespace Heliograph.Cli;

/// <summary><c>heliograph bench</c>: says how fast texts are read here, and how much of the machine that takes.</summary>
internal static class BenchCommand
{
    private const int ColdStarts = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2); // the just-in-time compiler's second look included

    /// <summary>Declares the command line. Nothing runs here.</summary>
    /// <param name="language">Makes the language layer by itself; asked once, and only when the command runs.</param>
    /// <param name="whole">Makes all stages of a reading; as above.</param>
    public static Command Declare(Func<ReadingModel, Stages> language, Func<ReadingModel, Stages> whole)
    {
        var text = new Option<string?>("--text") { Description = "What to measure on: a text, or reports as JSON Lines. Without it: the project's samples." };
        var seconds = new Option<double>("--seconds") { Description = "How long each measurement runs.", DefaultValueFactory = _ => 5 };
        seconds.Validators.Add(result =>
        {
            if (!(result.GetValue(seconds) is > 0 and <= 3600)) result.AddError("--seconds: expected more than 0 and at most 3600.");
        });

        var model = ModelOption.Of();
        var command = new Command("bench", "Say how many words a second are read on this machine, and what takes the time.") { text, seconds, model };
        command.SetAction(line =>
        {
            if (!TryRead(line.GetValue(text), Console.Error, out var texts)) return 1;
            var chosen = line.GetValue(model);
            Run(language(chosen), whole(chosen), texts, TimeSpan.FromSeconds(line.GetValue(seconds)), () => ColdStart.Measure(chosen), Console.Out);
            return 0;
        });
        return command;
    }

    /// <summary>Measures and prints. Takes eight to nine times <paramref name="duration"/> at most, and the cold starts.</summary>
    public static void Run(
        Stages stages, Stages whole, IReadOnlyList<string> texts, TimeSpan duration, Func<TimeSpan?> coldStart, TextWriter output)
    {
        var starts = Enumerable.Range(0, ColdStarts).Select(_ => coldStart()).OfType<TimeSpan>().Order().ToList();
        var bench = new Bench(stages.Annotate, texts);
        bench.Run(1, WarmUp < duration ? WarmUp : duration);

        ReadBench.Run(whole, texts, WarmUp < duration ? WarmUp : duration);
        var reading = ReadBench.Run(whole, texts, duration);
        var arithmetic = MultiplyAddRate.Measure(duration / 5);
        var one = bench.Run(1, duration);
        var cores = Environment.ProcessorCount;
        var all = bench.Run(cores, duration);
        var allArithmetic = Enumerable.Range(0, cores).AsParallel().WithDegreeOfParallelism(cores)
            .WithExecutionMode(ParallelExecutionMode.ForceParallelism).Sum(_ => MultiplyAddRate.Measure(duration / 5));

        Row("text", $"{texts.Count} texts, {texts.Sum(text => (long)text.Length):N0} characters, repeated");
        Row("whole read, one core", $"{reading.Rate:N0} words a second");
        foreach (var (name, seconds) in reading.Stages) Row($"  {name}", $"{100 * seconds / reading.Seconds:N1} % ({1e6 * seconds / reading.Words:N2} µs a word)");
        Row("language, one core", $"{one.Rate:N0} words a second");
        Row($"language, {cores} cores", $"{all.Rate:N0} words a second");
        Row("machine, one core", $"{arithmetic / 1e9:N1} billion multiply-adds a second (float, vectors of {MultiplyAddRate.VectorBits} bits)");
        Row($"machine, {cores} cores", $"{allArithmetic / 1e9:N1} billion multiply-adds a second");
        Row("arithmetic a word", stages.MultiplyAddsPerWord is { } known ? $"{known:N0} multiply-adds" : "not counted");
        Row("share of the machine", stages.MultiplyAddsPerWord is { } needed
            ? $"{100 * one.Rate * needed / arithmetic:N1} % on one core, {100 * all.Rate * needed / allArithmetic:N1} % on all"
            : "not counted");
        Row("allocated a word", $"{one.BytesPerWord:N1} bytes (the documents themselves included)");
        Row("peak working set", $"{PeakWorkingSet() / 1e6:N0} MB");
        Row("cold start", starts.Count > 0
            ? $"{starts[starts.Count / 2].TotalSeconds:N3} s from starting the program to one sentence parsed (median of {starts.Count})"
            : "not measured: the program could not be started from itself");

        void Row(string name, string value) => output.WriteLine($"{name,-26}{value}");
    }

    private static long PeakWorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static bool TryRead(string? file, TextWriter errors, out IReadOnlyList<string> texts)
    {
        texts = file is null ? Samples() : [];
        if (file is null) return true;
        var results = ReportReader.Read([file], ReadOptions.Default with { Force = true }, standardInput: null).ToList();
        foreach (var failure in results.OfType<ReadResult.Failure>()) errors.WriteLine(failure);
        texts = [.. results.OfType<ReadResult.Article>().Select(article => article.Report.Text)];
        return texts.Count > 0;
    }

    /// <summary>The samples, as they were when the program was built.</summary>
    private static List<string> Samples()
    {
        var assembly = typeof(BenchCommand).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("samples/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read),
        ];

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }
}
