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

/// <summary>Entries found.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">The cursor of those that follow.</param>
internal sealed record FoundList(ImmutableArray<EvidenceRow> Entries, string? Next);

/// <summary>What one voice says.</summary>
/// <param name="Voice">Who: a source, or an outlet in its own voice.</param>
/// <param name="Kind">source or outlet.</param>
/// <param name="Actor">The source's actor.</param>
/// <param name="Naming">How openly the source is told: named, unnamed or collective.</param>
/// <param name="Entries">What it says.</param>
internal sealed record VoiceRow(string Voice, string Kind, string? Actor, string? Naming, ImmutableArray<EvidenceRow> Entries);

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
/// <param name="Note">What is left out.</param>
internal sealed record VoiceList(ImmutableArray<VoiceRow> Voices, ImmutableArray<AccountRow> Accounts, string? Note);

/// <summary>What sources expect.</summary>
/// <param name="Expectations">The entries.</param>
/// <param name="Note">What to know of the list.</param>
internal sealed record ExpectationList(ImmutableArray<EvidenceRow> Expectations, string Note);
