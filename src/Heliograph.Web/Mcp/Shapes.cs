using System.Collections.Immutable;
using Heliograph.Web.Api;

namespace Heliograph.Web.Mcp;

// The answers of the tools that are no answers of the API. They are plain data, read here together.

/// <summary>An entry with its words.</summary>
/// <param name="Day">The day it is sorted by.</param>
/// <param name="Entry">Its line.</param>
/// <param name="Passage">The paragraph that holds its words.</param>
/// <param name="Report">Its report's line, without the text.</param>
internal sealed record EvidenceRow(string? Day, Line Entry, Passage Passage, Line Report);

/// <summary>Whom a name was taken to mean.</summary>
/// <param name="Said">What was asked.</param>
/// <param name="Id">The id.</param>
/// <param name="Name">The usual name.</param>
/// <param name="What">What it is.</param>
internal sealed record MeantActor(string Said, string Id, string Name, string What);

/// <summary>Entries found.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Total">How many the filter asks for in all.</param>
/// <param name="Next">The cursor of those that follow.</param>
/// <param name="Meant">Whom names were taken to mean.</param>
/// <param name="LeftOut">What is left out of the answer.</param>
internal sealed record FoundList(
    ImmutableArray<EvidenceRow> Entries, long Total, string? Next = null, ImmutableArray<MeantActor>? Meant = null, string? LeftOut = null);

/// <summary>An entry with the words it rests on.</summary>
/// <param name="Entry">Its line.</param>
/// <param name="Passage">The words around it.</param>
/// <param name="Voice">The lines of the statements it stands in, outermost first.</param>
/// <param name="Report">Its report's line, without the text.</param>
/// <param name="Corrections">What people said about it.</param>
/// <param name="LeftOut">What is left out of the answer.</param>
internal sealed record EvidenceAnswer(
    Line Entry, Passage Passage, ImmutableArray<Line> Voice, Line Report, ImmutableArray<CorrectionRow> Corrections, string? LeftOut = null);

/// <summary>A stretch of a report, and what was read in it.</summary>
/// <param name="Report">Its own line, without the text.</param>
/// <param name="Text">The stretch.</param>
/// <param name="Entries">The lines of the entries whose words begin in it, in text order.</param>
/// <param name="Next">Where the next stretch begins, in Unicode code points; absent at the end.</param>
/// <param name="Kept">Whether the ledger holds the report.</param>
/// <param name="Warnings">What to know of how the text was read.</param>
/// <param name="Origin">The id of the report that it copies; absent where none is known.</param>
/// <param name="Copies">How many reports copy it; absent where none is known.</param>
/// <param name="Revises">The id of the report that it is a newer version of; absent where none is known.</param>
/// <param name="LeftOut">What is left out of the answer.</param>
internal sealed record ReportStretch(
    Line Report, Passage? Text, ImmutableArray<Line> Entries, int? Next, bool Kept, ImmutableArray<string>? Warnings = null, string? Origin = null,
    long? Copies = null, string? Revises = null, string? LeftOut = null);

/// <summary>An actor that a search found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its usual name.</param>
/// <param name="What">What it is.</param>
/// <param name="Code">The code that entries carry.</param>
/// <param name="Sector">Its PLOVER sector.</param>
/// <param name="Countries">The states it belongs to.</param>
/// <param name="Aliases">Its other names, or the first of them.</param>
/// <param name="Offices">The offices it holds or held, or the first of them.</param>
/// <param name="Entries">How many entries of the ledger it takes part in.</param>
internal sealed record FoundActorRow(
    string Id, string Name, string What, string? Code, string? Sector, ImmutableArray<string>? Countries, ImmutableArray<string>? Aliases,
    ImmutableArray<OfficeRow>? Offices, long Entries);

/// <summary>Actors found.</summary>
/// <param name="Actors">The actors; those of the register first.</param>
/// <param name="Total">How many bear the name.</param>
/// <param name="Next">The cursor of those that follow.</param>
/// <param name="LeftOut">What is left out of the answer.</param>
internal sealed record FoundActors(ImmutableArray<FoundActorRow> Actors, int Total, string? Next = null, string? LeftOut = null);

/// <summary>An actor, and what the ledger holds of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Register">What the register has of it; absent for one that only the ledger knows.</param>
/// <param name="Names">What the last entries call it.</param>
/// <param name="Entries">How many entries it takes part in.</param>
/// <param name="Types">Those counted by type, the most frequent first.</param>
/// <param name="Meant">Whom the name was taken to mean.</param>
/// <param name="LeftOut">What is left out of the answer.</param>
internal sealed record ActorAnswer(
    string Id, ActorRow? Register, ImmutableArray<string> Names, long Entries, ImmutableArray<CountRow> Types, MeantActor? Meant = null, string? LeftOut = null);

/// <summary>What one voice says of one thing.</summary>
/// <param name="Id">The id of the entry; get_evidence shows all of it.</param>
/// <param name="Kind">event or statement.</param>
/// <param name="Type">The type of the event, or the act of the statement.</param>
/// <param name="Factuality">How an event stands to the world in the voice's eyes.</param>
/// <param name="Day">The day it is sorted by.</param>
/// <param name="Passage">The words around it.</param>
/// <param name="Report">The id of the report.</param>
/// <param name="Outlet">Who published it.</param>
internal sealed record SaidRow(string Id, string Kind, string Type, string? Factuality, string? Day, Passage Passage, string Report, string? Outlet);

/// <summary>What one voice says.</summary>
/// <param name="Voice">Who: a source, or an outlet in its own voice.</param>
/// <param name="Kind">source or outlet.</param>
/// <param name="Actor">The source's actor.</param>
/// <param name="Naming">How openly the source is told: named, unnamed or collective.</param>
/// <param name="Entries">What it says.</param>
internal sealed record VoiceRow(string Voice, string Kind, string? Actor, string? Naming, ImmutableArray<SaidRow> Entries);

/// <summary>Events of one type between the same parties.</summary>
/// <param name="Type">The type.</param>
/// <param name="Actors">Who acts.</param>
/// <param name="Recipients">Who is acted upon.</param>
/// <param name="Disputed">Whether some tell it as having happened and some deny it.</param>
/// <param name="Voices">How many voices tell it.</param>
/// <param name="Told">Who tells it how.</param>
internal sealed record AccountRow(string Type, string Actors, string Recipients, bool Disputed, int Voices, ImmutableArray<ToldRow> Told);

/// <summary>Who tells an event in one way.</summary>
/// <param name="Factuality">How it stands to the world in their eyes.</param>
/// <param name="Voices">Who.</param>
/// <param name="Entries">The ids of the entries.</param>
internal sealed record ToldRow(string Factuality, ImmutableArray<string> Voices, ImmutableArray<string> Entries);

/// <summary>What several voices say.</summary>
/// <param name="Voices">By voice.</param>
/// <param name="Accounts">By event.</param>
/// <param name="Next">The cursor of the entries that follow.</param>
/// <param name="Meant">Whom names were taken to mean.</param>
/// <param name="LeftOut">What is left out of the answer.</param>
internal sealed record VoiceList(
    ImmutableArray<VoiceRow> Voices, ImmutableArray<AccountRow> Accounts, string? Next = null, ImmutableArray<MeantActor>? Meant = null, string? LeftOut = null);

/// <summary>What sources expect.</summary>
/// <param name="Expectations">The entries.</param>
/// <param name="Note">What to know of the list.</param>
internal sealed record ExpectationList(ImmutableArray<EvidenceRow> Expectations, string Note);
