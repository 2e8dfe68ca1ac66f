using System.CommandLine;
using Heliograph.Training;

var root = new RootCommand("Learns the weights of the language layer from treebanks, names and running text.")
{
    SegmentationCommand.Declare(),
};
return root.Parse(args).Invoke();
