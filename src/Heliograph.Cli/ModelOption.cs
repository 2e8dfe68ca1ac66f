using System.CommandLine;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Cli;

/// <summary><c>--model deep|fast</c>: which model reads.</summary>
internal static class ModelOption
{
    /// <summary>The option, for one command.</summary>
    public static Option<ReadingModel> Of()
    {
        var option = CommonOptions.OneOf("--model", "Which model reads: deep finds more, fast is several times faster.", Annotator.DefaultModel);
        option.Validators.Add(result =>
        {
            var name = result.Tokens is [var token] ? token.Value.ToLowerInvariant() : Annotator.DefaultModel.ToString().ToLowerInvariant();
            if (!Enum.TryParse<ReadingModel>(name, ignoreCase: true, out var model) || Annotator.Ships(model)) return; // what is no model is told already
            result.AddError($"--model: found {name}, whose weights are not built into this program, expected one that it holds. Choose --model fast, or train the weights as docs/model.md says and build again.");
        });
        return option;
    }
}
