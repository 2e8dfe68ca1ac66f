using System.Collections.Immutable;
using System.ComponentModel;

namespace Heliograph.Web.Api;

// The bodies of answers and requests. They are plain data, read here together, as the API's document shows them.

/// <summary>A stretch of a report's text.</summary>
/// <param name="Text">The words.</param>
/// <param name="Span">Where they stand in the report's text: start and end in Unicode code points.</param>
internal sealed record Passage(string Text, ImmutableArray<int> Span);

/// <summary>A report in a list.</summary>
/// <param name="Report">Its own line, without the text.</param>
/// <param name="Entries">How many entries it holds.</param>
internal sealed record ReportRow(Line Report, long Entries);

/// <summary>A page of reports.</summary>
/// <param name="Reports">The last one added first.</param>
/// <param name="Next">The address of the next page; absent at the end.</param>
internal sealed record ReportList(ImmutableArray<ReportRow> Reports, string? Next);

/// <summary>A report and what was read in it.</summary>
/// <param name="Report">Its own line, with the text.</param>
/// <param name="Entries">The lines of its entries, in text order.</param>
/// <param name="Warnings">What to know of how the text was read.</param>
/// <param name="Kept">Whether the ledger holds it.</param>
/// <param name="Added">How many of the entries the ledger did not hold before.</param>
/// <param name="Origin">The id of the report that it copies; absent where none is known.</param>
/// <param name="Copies">How many reports copy it; absent where none is known.</param>
/// <param name="Revises">The id of the report that it is a newer version of; absent where none is known.</param>
internal sealed record WholeReport(
    Line Report, ImmutableArray<Line> Entries, ImmutableArray<string>? Warnings = null, bool Kept = true, int? Added = null, string? Origin = null,
    long? Copies = null, string? Revises = null);

/// <summary>An entry in a list.</summary>
/// <param name="Day">The day it is sorted by; absent where nothing tells one.</param>
/// <param name="Entry">Its line.</param>
/// <param name="Report">Its report's line, without the text.</param>
/// <param name="Origins">How many independent origins tell the same; absent where that cannot be told.</param>
internal sealed record EntryRow(string? Day, Line Entry, Line Report, long? Origins = null);

/// <summary>A page of entries.</summary>
/// <param name="Entries">The entries, in the order asked for.</param>
/// <param name="Next">The address of the next page; absent at the end.</param>
/// <param name="Total">How many there are in all, where that was asked for.</param>
internal sealed record EntryList(ImmutableArray<EntryRow> Entries, string? Next, long? Total);

/// <summary>An entry with the words it rests on.</summary>
/// <param name="Entry">Its line.</param>
/// <param name="Passage">The paragraph that holds its words.</param>
/// <param name="Voice">The lines of the statements it stands in, outermost first.</param>
/// <param name="Report">Its report's line, without the text.</param>
/// <param name="Corrections">What people said about it.</param>
internal sealed record EvidenceBody(Line Entry, Passage Passage, ImmutableArray<Line> Voice, Line Report, ImmutableArray<CorrectionRow> Corrections);

/// <summary>The formats that entries can be had in.</summary>
/// <param name="Exports">A row a format.</param>
internal sealed record ExportList(ImmutableArray<ExportRow> Exports);

/// <summary>A format that entries can be had in, and how large its file is.</summary>
/// <param name="Name">Its name, and the suffix of any list's address.</param>
/// <param name="Description">What it is.</param>
/// <param name="Link">Where these entries are in it.</param>
/// <param name="MediaType">The media type of the file that is sent.</param>
/// <param name="Extension">How the name of that file ends.</param>
/// <param name="Rows">How many entries it holds.</param>
/// <param name="LeftOut">How many of the filter's entries it does not hold.</param>
/// <param name="Bytes">Its bytes; of several files, before they are packed.</param>
/// <param name="Exact">Whether the figures were counted; otherwise they are reckoned from a sample, to two figures.</param>
/// <param name="Size">Rows and bytes for people.</param>
internal sealed record ExportRow(
    string Name, string Description, string Link, string MediaType, string Extension, long Rows, long LeftOut, long Bytes, bool Exact, string Size);

/// <summary>Entries counted.</summary>
/// <param name="By">What they are counted by.</param>
/// <param name="Counts">The counts, in the order of their keys.</param>
internal sealed record CountList(string By, ImmutableArray<CountRow> Counts);

/// <summary>How many entries share a key.</summary>
/// <param name="Key">The day, month, type, ….</param>
/// <param name="Count">How many entries.</param>
/// <param name="Origins">How many independent origins tell them; absent where they are not counted.</param>
internal sealed record CountRow(string Key, long Count, long? Origins);

/// <summary>What someone said about an entry or an actor.</summary>
/// <param name="Number">Its number, to take it back by.</param>
/// <param name="Report">The report; absent for an actor.</param>
/// <param name="Kind">The kind of the entry, or <c>actor</c>.</param>
/// <param name="Anchor">The spans of the words it is tied to, or the actor's id.</param>
/// <param name="Verb">accept, reject, change, merge or split.</param>
/// <param name="Field">Which field is changed.</param>
/// <param name="Value">What it should be.</param>
/// <param name="Author">Who said so.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Undone">Whether it was taken back.</param>
/// <param name="Orphan">Whether its words carry no standing entry any more; absent where nobody looked.</param>
internal sealed record CorrectionRow(
    long Number, string? Report, string Kind, string Anchor, string Verb, string? Field, string? Value, string Author,
    DateTimeOffset At, string? Reason, bool Undone, bool? Orphan);

/// <summary>Every correction.</summary>
/// <param name="Corrections">In the order they were made.</param>
internal sealed record CorrectionList(ImmutableArray<CorrectionRow> Corrections);

/// <summary>That a correction was kept.</summary>
/// <param name="Number">Its number, to take it back by.</param>
internal sealed record CorrectionKept(long Number);

/// <summary>What someone says about an entry.</summary>
/// <param name="Verb">accept, reject or change.</param>
/// <param name="Field">The field to change, such as type, factuality, roles, actor.</param>
/// <param name="Value">What it should be; of words, their spans in code points, such as 120-131.</param>
/// <param name="Reason">Why, if one likes.</param>
/// <param name="By">Who says so; passed over where a token tells.</param>
internal sealed record CorrectionRequest(
    [property: Description("accept, reject or change")] string Verb, string? Field = null, string? Value = null, string? Reason = null, string? By = null);

/// <summary>That an actor is another one.</summary>
/// <param name="Into">The id of the actor that it is.</param>
/// <param name="Reason">Why, if one likes.</param>
/// <param name="By">Who says so; passed over where a token tells.</param>
internal sealed record MergeRequest(string Into, string? Reason = null, string? By = null);

/// <summary>An actor as the register has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its usual name.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="Countries">The states it belongs to.</param>
/// <param name="Code">The code that entries carry.</param>
/// <param name="Sector">Its PLOVER sector.</param>
/// <param name="Cameo">Its CAMEO code.</param>
/// <param name="Parents">What it is or was part of.</param>
/// <param name="Offices">The offices it holds or held.</param>
internal sealed record ActorRow(
    string Id, string Kind, string Name, ImmutableArray<string> Aliases, ImmutableArray<string> Countries, string? Code,
    string? Sector, string? Cameo, ImmutableArray<string> Parents, ImmutableArray<OfficeRow> Offices);

/// <summary>An office of someone's.</summary>
/// <param name="Office">The id of the office.</param>
/// <param name="From">From when.</param>
/// <param name="To">Until when.</param>
/// <param name="Known">A day on which it was held for certain, where no beginning is known.</param>
internal sealed record OfficeRow(string Office, string? From, string? To, string? Known);

/// <summary>Actors found.</summary>
/// <param name="Actors">The actors.</param>
internal sealed record ActorList(ImmutableArray<ActorRow> Actors);

/// <summary>An actor, and what the ledger holds of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Register">What the register has of it; absent for one that only the ledger knows.</param>
/// <param name="Names">What the last entries call it.</param>
/// <param name="Entries">How many entries it takes part in.</param>
/// <param name="Link">Where those entries are.</param>
internal sealed record ActorPage(string Id, ActorRow? Register, ImmutableArray<string> Names, long Entries, string Link);

/// <summary>A run of the program over its input.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Reader">The program and the model.</param>
/// <param name="Settings">The options that bear on what is read.</param>
/// <param name="Began">When it began.</param>
/// <param name="Ended">When it ended; absent where it still runs or was stopped short.</param>
/// <param name="Reports">How many reports it read.</param>
/// <param name="Refused">How many inputs it could not read.</param>
internal sealed record RunRow(
    long Number, string Reader, string Settings, DateTimeOffset Began, DateTimeOffset? Ended, long Reports, long Refused);

/// <summary>Every run.</summary>
/// <param name="Runs">The last one first.</param>
internal sealed record RunList(ImmutableArray<RunRow> Runs);

/// <summary>An input that a run could not read.</summary>
/// <param name="Input">The input's own id or file name.</param>
/// <param name="Reason">Why.</param>
internal sealed record RefusalRow(string Input, string Reason);

/// <summary>What a run could not read.</summary>
/// <param name="Refusals">In the order of its input.</param>
internal sealed record RefusalList(ImmutableArray<RefusalRow> Refusals);

/// <summary>An entry that two runs do not share.</summary>
/// <param name="Input">The input it was read from.</param>
/// <param name="Change">new, gone or changed.</param>
/// <param name="Before">Its id in the first run.</param>
/// <param name="After">Its id in the second run.</param>
/// <param name="Why">text, version or settings.</param>
internal sealed record DifferenceRow(string Input, string Change, string? Before, string? After, string Why);

/// <summary>How two runs differ.</summary>
/// <param name="Differences">By input, in text order.</param>
internal sealed record DifferenceList(ImmutableArray<DifferenceRow> Differences);

/// <summary>A text to read.</summary>
/// <param name="Text">The report's words; or</param>
/// <param name="Html">its web page.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Published">The day of publication, such as 2031-05-02: the day that "last week" is counted from.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Url">Where.</param>
/// <param name="Id">A name of your own for it.</param>
/// <param name="Language">Its language, ISO 639-1; guessed where it is not told.</param>
internal sealed record ReadRequest(
    string? Text = null, string? Html = null, string? Title = null, string? Published = null, string? Outlet = null,
    string? Url = null, string? Id = null, string? Language = null);
