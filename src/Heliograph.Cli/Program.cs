using System.CommandLine;

var root = new RootCommand("Reads news reports and keeps a ledger of who did what to whom, and who said so.");
return root.Parse(args).Invoke();
