using System.Collections.Immutable;
using Heliograph.Actors;

namespace Heliograph.Reading;

/// <summary>A foreign list of actors as the tables of a pack.</summary>
/// <param name="Rows">The tables in the register's format.</param>
/// <param name="Problems">Lines that could not be read; where there are any, the rows are not to be used.</param>
/// <param name="Taken">How many actors the tables hold.</param>
/// <param name="Left">How many were left out.</param>
/// <param name="WhyLeft">Why those were.</param>
public sealed record ImportedActors(string Rows, ImmutableArray<RegisterProblem> Problems, int Taken, int Left, string WhyLeft);
