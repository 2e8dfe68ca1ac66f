using System.CommandLine;
using Heliograph.Documents;
using Heliograph.Web;
using Heliograph.Web.Mcp;

namespace Heliograph.Cli;

/// <summary><c>heliograph mcp</c>: the door for assistants, over standard input and output.</summary>
internal static class McpCommand
{
    private const string Examples = """
        heliograph mcp
            in an assistant's settings: command "heliograph", arguments ["mcp"]
        heliograph mcp --ledger "Host=db.example;Database=ledger"
        heliograph mcp --model fast
            read texts with the fast model
        heliograph mcp --demo
            with the invented samples
        """;

    /// <summary>Declares the command line. Nothing runs here.</summary>
    /// <param name="stages">Makes the language layer; asked once, when a text is to be read.</param>
    /// <param name="reader">Names the program and the model.</param>
    public static Command Declare(Func<ReadingModel, Stages> stages, Func<ReadingModel, string> reader)
    {
        var ledger = CommonOptions.Ledger();
        var demo = new Option<bool>("--demo") { Description = "Open the invented samples, in a ledger that is thrown away at the end." };
        var model = ModelOption.Of();
        var actors = ActorPacks.Option("--actors");
        var command = new ExampleCommand("mcp", "Let assistants read texts and search a ledger, by the Model Context Protocol. Nothing is changed.", Examples)
        {
            ledger, demo, model, actors,
        };
        command.SetAction(async (line, stop) =>
        {
            if (ActorPacks.Load(line.GetValue(actors), Console.Error) is not { } register) return 1;
            if (!line.GetValue(demo) && LedgerPlace.Choose(line.GetValue(ledger), Console.Error) is null) return 1;
            using var served = line.GetValue(demo) ? ServedLedger.OfSamples() : new(LedgerPlace.Choose(line.GetValue(ledger), Console.Error)!);
            var language = new Lazy<Stages>(() => stages(line.GetValue(model)));
            var filling = served.IsDemo ? Task.Run(() => served.Fill(language.Value, reader(line.GetValue(model)), TimeProvider.System, Console.Error, stop), CancellationToken.None) : null;
            using var pool = new LedgerPool(served.Place, filling); // where there is none, searching says so, and texts can be read all the same
            if (!LearntReading.IsReadable(served.Place, Console.Error)) return 1;
            var learnt = new LearntReading(served.Place, () => reader(line.GetValue(model)), Console.Error);
            var settings = new WebSettings
            {
                Ledger = served.Place,
                Address = new(System.Net.IPAddress.Loopback, 0),
                Read = report => learnt.Of(report, language.Value.Read(report, register).Entries),
                Reader = () => learnt.Reader,
                Actors = () => register,
                Version = VersionText.Program,
            };
            try
            {
                await McpDoor.Serve(null, null, pool, settings, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // stopped by a person
            }

            if (filling is not null) await filling;
            return 0;
        });
        return command;
    }
}
