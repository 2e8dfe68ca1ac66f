using BenchmarkDotNet.Running;
using Heliograph.Benchmarks;

if (args is ["pages", ..]) return await PageTimes.Run(args.Skip(1));
if (args is ["filters", ..]) return FilterTimes.Run(args.Skip(1));
if (args is ["copies", var texts, ..]) return CopyScores.Run(texts, args.Contains("show"));
if (args is ["writing", var source, ..]) return WritingTimes.Run(source, args.ElementAtOrDefault(2));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
