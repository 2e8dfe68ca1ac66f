using System.Collections.Immutable;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>One row of a table: a report, or an entry of it.</summary>
internal readonly record struct Row(ReportView View, Entry? Entry);

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><see cref="string"/>, <see cref="long"/> or <see cref="double"/>.</param>
/// <param name="Value">The value in a row, of that type, or null.</param>
internal sealed record Column(string Name, Type Type, Func<Row, object?> Value);

/// <summary>A table of one kind of entry.</summary>
internal sealed record Table(string Name, ImmutableArray<Column> Columns);
