using System.CommandLine;
using Heliograph.Documents;
using Heliograph.Reading;

namespace Heliograph.Cli;

/// <summary><c>heliograph parse</c>: prints the words, tags, trees and names of a text.</summary>
internal static class ParseCommand
{
    /// <summary>The text is taken as it stands, whatever its name or language.</summary>
    private static readonly ReadOptions AsItStands = ReadOptions.Default with { Format = InputFormat.Text, Force = true };

    /// <summary>Declares the command line. Nothing runs here.</summary>
    /// <param name="stages">Makes what annotates; asked once, and only when the command runs.</param>
    public static Command Declare(Func<ReadingModel, Stages> stages)
    {
        var file = new Argument<string>("file")
        {
            Description = "The text, in UTF-8; a blank line ends a paragraph. - is standard input.",
            DefaultValueFactory = _ => "-",
        };
        var format = new Option<string>("--format") { Description = "conllu or table.", DefaultValueFactory = _ => "conllu" };
        format.AcceptOnlyFromAmong("conllu", "table");

        var model = ModelOption.Of();

        var command = new Command("parse", "Print the words, tags, trees and names of a text.") { file, format, model };
        command.SetAction(line =>
        {
            using var input = Console.OpenStandardInput();
            return Run(
                line.GetRequiredValue(file), asTable: line.GetValue(format) == "table", text => stages(line.GetValue(model)).Annotate(text), input,
                Console.Out, Console.Error);
        });
        return command;
    }

    /// <summary>Does the work, on streams the tests can read.</summary>
    /// <returns>The exit status: 0, or 1 when the text could not be read.</returns>
    public static int Run(
        string file, bool asTable, Func<string, Document> annotate, Stream standardInput, TextWriter output, TextWriter errors)
    {
        var failed = 0;
        foreach (var result in ReportReader.Read([file], AsItStands, standardInput))
        {
            switch (result)
            {
                case ReadResult.Article article:
                    var document = annotate(article.Report.Text);
                    if (asTable) TokenTable.Write(document, output);
                    else ConlluWriter.Write(document, output, file == "-" ? "" : Path.GetFileNameWithoutExtension(file));
                    break;
                case ReadResult.Failure failure:
                    errors.WriteLine(failure);
                    failed++;
                    break;
            }
        }

        output.Flush();
        return failed == 0 ? 0 : 1;
    }
}
