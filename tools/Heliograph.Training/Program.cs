using System.CommandLine;
using Heliograph.Training;
using Heliograph.Training.Encoders;
using Heliograph.Training.Networks;
using Heliograph.Training.Statements;
using Heliograph.Training.Vectors;

var root = new RootCommand("Learns the weights of the language layer from treebanks, names and running text.")
{
    TablesCommand.Declare(),
    SegmentationCommand.Declare(),
    VectorsCommand.Declare(),
    NetworkCommand.Declare(),
    ReadCommand.Declare(),
    DeepCommand.Declare(),
    LemmasCommand.Declare(),
    FactualityCommand.Declare(),
    EventConfidenceCommand.Declare(),
    AttributionCommand.Declare(),
    ConfidenceCommand.Declare(),
};
return root.Parse(args).Invoke();
