using System.CommandLine;
using Heliograph.Cli;
using Heliograph.Language;
using Heliograph.Places;

var annotator = new Lazy<Annotator>(() => Annotator.Load());
var stages = () => Stages.Of(annotator.Value);
var parsing = () => Stages.Of(Annotator.LoadWithoutSpeech());
var root = new RootCommand("Reads news reports and keeps a ledger of who did what to whom, and who said so.")
{
    ReadCommand.Declare(stages, () => VersionText.Of(annotator.Value.ModelName)),
    LedgerCommand.Declare(),
    ServeCommand.Declare(stages, () => VersionText.Of(annotator.Value.ModelName)),
    McpCommand.Declare(stages, () => VersionText.Of(annotator.Value.ModelName)),
    LearnCommand.Declare(() => VersionText.Of(annotator.Value.ModelName)),
    PlacesCommand.Declare(() => PlaceIndex.Shipped),
    ActorsCommand.Declare(),
    ParseCommand.Declare(parsing),
    EvaluateCommand.Declare(stages),
    BenchCommand.Declare(parsing, stages),
};
VersionText.ShowIn(root, () => annotator.Value.ModelName);
ExampleCommand.ShowIn(root);
return await root.Parse(args).InvokeAsync();
