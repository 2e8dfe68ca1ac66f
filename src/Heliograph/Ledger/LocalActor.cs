using Heliograph.Documents;

namespace Heliograph.Ledger;

/// <summary>An actor or place as one report knows it.</summary>
/// <param name="Id">Its id, made of its name and the report.</param>
/// <param name="Name">Its fullest name in the report, or null where the report gives none.</param>
/// <param name="Type">What it is, or null where the words do not tell.</param>
/// <param name="Why">Why the words in question stand for it; null for a name that stands for itself.</param>
internal sealed record LocalActor(string Id, string? Name, NameType? Type, string? Why);
