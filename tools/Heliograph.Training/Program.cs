using System.CommandLine;

var root = new RootCommand("Learns the weights of the language layer from treebanks, names and running text.");
return root.Parse(args).Invoke();
