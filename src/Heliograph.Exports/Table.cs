using System.Collections.Immutable;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>One row of a table: a report, or an entry of it.</summary>
internal sealed record Row(ReportView View, Entry? Entry);

/// <summary>A table of one kind of entry.</summary>
/// <param name="Name">Its name, which its file is named by.</param>
/// <param name="Description">What a row is, for people.</param>
/// <param name="Columns">Its columns; those that hold others are several columns where tables are flat.</param>
internal sealed record Table(string Name, string Description, ImmutableArray<Column> Columns);

/// <summary>What a value is.</summary>
internal enum CellType
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A code of digits, which is no number.</summary>
    Code,

    /// <summary>A whole number, as <see cref="long"/>.</summary>
    Whole,

    /// <summary>A number, as <see cref="double"/>.</summary>
    Real,

    /// <summary>A day, as <see cref="DateOnly"/>.</summary>
    Day,

    /// <summary>A moment, as <see cref="DateTimeOffset"/>.</summary>
    Moment,
}

/// <summary>A column of a table, or a part of one.</summary>
/// <param name="Name">Its name.</param>
internal abstract record Column(string Name);

/// <summary>One value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is.</param>
/// <param name="Value">The value of a row or part, of the type's own type, or null.</param>
internal sealed record Cell(string Name, CellType Type, Func<object, object?> Value) : Column(Name)
{
    /// <summary>The values there are, where they are few; empty where any will do.</summary>
    public ImmutableArray<string> Terms { get; init; } = [];

    /// <summary>Whether it is written only where columns hold others.</summary>
    public bool IsNested { get; init; }
}

/// <summary>Where words stand: stretches of a report's text, in code points.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The words of a row or part, with their report; null where there are none.</param>
internal sealed record Spans(string Name, Func<object, (ReportView View, Evidence Words)?> Value) : Column(Name);

/// <summary>Several values that belong together.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its parts.</param>
/// <param name="Value">What the parts are asked of; null where there is none.</param>
internal sealed record Group(string Name, ImmutableArray<Column> Columns, Func<object, object?> Value) : Column(Name);

/// <summary>Any number of values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Item">What each is: a cell, or a group whose values are asked of each.</param>
/// <param name="Values">What they are asked of; may be empty.</param>
internal sealed record Several(string Name, Column Item, Func<object, IEnumerable<object>> Values) : Column(Name);

/// <summary>What a part of a row is asked of.</summary>
/// <param name="View">The report.</param>
/// <param name="Of">The part.</param>
internal sealed record Part<T>(ReportView View, T Of);
