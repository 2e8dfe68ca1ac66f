using Heliograph.Fuzz;

return FuzzCommand.Declare().Parse(args).Invoke();
