using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Store;

/// <summary>An entry that people said something about.</summary>
/// <param name="Report">The report it was read from.</param>
/// <param name="Entry">The entry as the machine read it, whatever people made of it.</param>
/// <param name="Said">What they said and did not take back, in the order they said it; not empty.</param>
/// <param name="Reader">The program and the model that read it last.</param>
public sealed record JudgedEntry(Report Report, Entry Entry, ImmutableArray<Correction> Said, string Reader);
