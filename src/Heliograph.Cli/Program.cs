using System.CommandLine;
using Heliograph.Cli;
using Heliograph.Documents;
using Heliograph.Language;
using Heliograph.Places;

var annotators = Enum.GetValues<ReadingModel>().ToDictionary(model => model, model => new Lazy<Annotator>(() => Annotator.Load(model)));
var stages = (ReadingModel model) => Stages.Of(annotators[model].Value);
var parsing = (ReadingModel model) => Stages.Of(Annotator.LoadWithoutSpeech(model));
var reader = (ReadingModel model) => VersionText.Of(annotators[model].Value.ModelName);
var root = new RootCommand("Reads news reports and keeps a ledger of who did what to whom, and who said so.")
{
    ReadCommand.Declare(stages, reader),
    LedgerCommand.Declare(),
    ServeCommand.Declare(stages, reader),
    McpCommand.Declare(stages, reader),
    LearnCommand.Declare(reader),
    PlacesCommand.Declare(() => PlaceIndex.Shipped),
    ActorsCommand.Declare(),
    ParseCommand.Declare(parsing),
    EvaluateCommand.Declare(stages),
    BenchCommand.Declare(parsing, stages),
};
VersionText.ShowIn(root, () => annotators[Annotator.DefaultModel].Value.ModelName);
ExampleCommand.ShowIn(root);
return await root.Parse(args).InvokeAsync();
