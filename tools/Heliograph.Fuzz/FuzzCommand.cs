using System.CommandLine;

namespace Heliograph.Fuzz;

/// <summary><c>heliograph-fuzz</c>: lets made input in by every door, and says what came out as it must not.</summary>
internal static class FuzzCommand
{
    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static RootCommand Declare()
    {
        var minutes = new Option<double>("--minutes") { Description = "How long to try.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var seed = new Option<int?>("--seed") { Description = "What the inputs are made from: the same seed makes the same ones. If not given: another one each time.", HelpName = "N" };
        var only = new Option<string?>("--only") { Description = "Only this door.", HelpName = "DOOR" };
        var replay = new Option<FileInfo?>("--replay") { Description = "Only the input in this file, as an earlier run left it; with --only.", HelpName = "FILE" };
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "Where inputs that broke something are left, and the one that was under way if the process ended.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => new(Path.Combine(Path.GetTempPath(), "heliograph-fuzz")),
        };
        only.AcceptOnlyFromAmong(Targets.Names);
        minutes.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<double>() is not > 0) result.AddError("--minutes: found no time, expected a number above 0, such as 1. Mend it.");
        });
        var command = new RootCommand("Lets hostile input in by every door: nothing may crash, hang, or point at words that are not there.") { minutes, seed, only, replay, output };
        command.Validators.Add(result =>
        {
            if (result.GetValue(replay) is not null && result.GetValue(only) is null) result.AddError("--replay: found no --only, expected the door that the input came through. Add it.");
        });
        command.SetAction(line =>
        {
            using var fuzzing = new Fuzzing(Targets.Of(line.GetValue(only)), line.GetRequiredValue(output), Console.Out);
            return line.GetValue(replay) is { } file
                ? fuzzing.Replay(File.ReadAllBytes(file.FullName))
                : fuzzing.Run(line.GetValue(seed) ?? Random.Shared.Next(), TimeSpan.FromMinutes(line.GetValue(minutes)));
        });
        return command;
    }
}
