using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Heliograph.Actors;

/// <summary>One row of a table: its cells, and what is wrong with them.</summary>
internal ref struct RegisterRow
{
    private const int Most = 16; // columns

    private readonly ReadOnlySpan<char> _line;
    private readonly RegisterText _text;
    private Cells _cells;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RegisterRow(ReadOnlySpan<char> line, RegisterPlace place, RegisterText text)
    {
        _line = line;
        (Place, _text) = (place, text);
        for (var start = 0; start <= line.Length; Count++)
        {
            var length = line[start..].IndexOf('\t');
            if (length < 0) length = line.Length - start;
            if (Count < Most) _cells[Count] = start..(start + length);
            start += length + 1;
        }
    }

    public RegisterPlace Place { get; }

    /// <summary>How many cells the row has.</summary>
    public int Count { get; }

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsSound { get; private set; } = true;

    public readonly ReadOnlySpan<char> this[int cell] => _line[_cells[cell]];

    /// <summary>A cell that must not be empty.</summary>
    public string Required(int cell, string column)
    {
        if (this[cell].IsEmpty) Wrong($"an empty {column}", $"one in column {cell + 1}", "Fill it in, or take the row out");
        return this[cell].ToString();
    }

    /// <summary>A cell that few rows differ in, or null where it is empty.</summary>
    public readonly string? Word(int cell) => this[cell].IsEmpty ? null : _text.Intern(this[cell]);

    /// <summary>The parts of a cell between bars.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly ImmutableArray<string> Words(int cell)
    {
        if (this[cell].IsEmpty) return [];
        var words = ImmutableArray.CreateBuilder<string>(this[cell].Count('|') + 1);
        foreach (var part in this[cell].Split('|')) words.Add(_text.Intern(this[cell][part].Trim()));
        return words.MoveToImmutable();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly ImmutableArray<ActorAlias> Aliases(int cell)
    {
        if (this[cell].IsEmpty) return [];
        var aliases = ImmutableArray.CreateBuilder<ActorAlias>(this[cell].Count('|') + 1);
        foreach (var part in this[cell].Split('|'))
        {
            var alias = this[cell][part].Trim();
            var needsSupport = alias is [.., '?'];
            aliases.Add(new((needsSupport ? alias[..^1] : alias).ToString(), needsSupport));
        }

        return aliases.MoveToImmutable();
    }

    public ImmutableArray<Parentage> Parents(int cell)
    {
        if (this[cell].IsEmpty) return [];
        var parents = ImmutableArray.CreateBuilder<Parentage>(this[cell].Count('|') + 1);
        foreach (var range in this[cell].Split('|'))
        {
            var part = this[cell][range].Trim();
            var at = part.IndexOf('@');
            if (at < 0)
            {
                parents.Add(new(_text.Intern(part), default));
                continue;
            }

            var dates = part[(at + 1)..];
            var dots = dates.IndexOf("..", StringComparison.Ordinal);
            if (dots < 0) Wrong($"'{part}'", "a parent's id, or id@from..to", "Put two dots between the dates");
            else parents.Add(new(_text.Intern(part[..at]), new(Date(dates[..dots]), Date(dates[(dots + 2)..]), null)));
        }

        return parents.ToImmutable();
    }

    public Period Period(int from, int to, int known) => new(Date(this[from]), Date(this[to]), Date(this[known]));

    public PartialDate? Date(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return null;
        if (PartialDate.TryParse(text, out var date)) return date;
        Wrong($"'{text}'", "a date such as 2021-08-15, 2021-08 or 2021", "Write year, month and day in this order");
        return null;
    }

    public string Sector(int cell)
    {
        if (ActorTerms.Sector(this[cell]) is { } sector) return sector;
        Wrong($"sector '{this[cell]}'", string.Join(" | ", ActorTerms.Sectors), "Choose the plainest of them");
        return "";
    }

    public void Wrong(string found, string expected, string advice)
    {
        IsSound = false;
        _text.Tables.Problems.Add(new(Place, found, expected, advice));
    }

    [System.Runtime.CompilerServices.InlineArray(Most)]
    private struct Cells
    {
        private Range _first;
    }
}
