using System.CommandLine;
using Heliograph.Documents;

namespace Heliograph.Training;

/// <summary>The option that says on which model's columns something is learnt.</summary>
internal static class ModelOption
{
    /// <summary>Declares it.</summary>
    public static Option<ReadingModel> Declare() => new("--model")
    {
        DefaultValueFactory = _ => ReadingModel.Fast,
        Description = "Whose words, trees and names to learn on: deep or fast.",
    };
}
