using System.CommandLine;
using Heliograph.Cli;
using Heliograph.Language;

var annotator = new Lazy<Annotator>(Annotator.Load);
var root = new RootCommand("Reads news reports and keeps a ledger of who did what to whom, and who said so.")
{
    EvaluateCommand.Declare(() => new(annotator.Value.Annotate, _ => [], (_, _) => [], annotator.Value.MultiplyAddsPerWord)),
};
return root.Parse(args).Invoke();
