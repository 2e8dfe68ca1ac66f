using System.Collections.Immutable;

namespace Heliograph.Web.Api;

// The bodies that the doors of dossiers answer with. They are plain data, read here together, as the API's document shows them.

/// <summary>All that is told of an actor.</summary>
/// <param name="Id">Its id, or the code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Register">What the register has of it; absent for one that only the ledger knows, and for codes.</param>
/// <param name="Scope">What a code takes in; absent for what is none.</param>
/// <param name="Given">The events it acts in.</param>
/// <param name="Received">The events it is the recipient of.</param>
/// <param name="Statements">How many statements it is the source of.</param>
/// <param name="To">Whom its acts are done to, those with most acts first.</param>
/// <param name="From">Who does the acts done to it, likewise.</param>
/// <param name="Names">The words that were taken for it in its latest mentions, and why.</param>
/// <param name="Places">Where its latest events were.</param>
internal sealed record DossierBody(
    string Id, string Name, ActorRow? Register, string? Scope, ImmutableArray<DossierActs> Given, ImmutableArray<DossierActs> Received, long Statements,
    ImmutableArray<DossierPartner> To, ImmutableArray<DossierPartner> From, ImmutableArray<DossierName> Names, ImmutableArray<DossierPlace> Places);

/// <summary>What two actors do to each other.</summary>
/// <param name="A">The id or code of the one.</param>
/// <param name="AName">What it is called.</param>
/// <param name="B">The id or code of the other.</param>
/// <param name="BName">What it is called.</param>
/// <param name="There">What the one does to the other.</param>
/// <param name="Back">What the other does to the one.</param>
/// <param name="ThereAt">Where the latest of the one's were.</param>
/// <param name="BackAt">Where the latest of the other's were.</param>
internal sealed record PairBody(
    string A, string AName, string B, string BName, ImmutableArray<DossierActs> There, ImmutableArray<DossierActs> Back,
    ImmutableArray<DossierPlace> ThereAt, ImmutableArray<DossierPlace> BackAt);

/// <summary>How many events share a month, a class and a standing.</summary>
/// <param name="Month">Such as 2031-05; absent where no day is known.</param>
/// <param name="Quad">1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</param>
/// <param name="Class">observed, alleged, declared or denied.</param>
/// <param name="Factuality">How they stand to the world.</param>
/// <param name="Voice">outlet or source: who tells them.</param>
/// <param name="Count">How many.</param>
internal sealed record DossierActs(string? Month, int Quad, string Class, string Factuality, string Voice, long Count);

/// <summary>Someone on the other side of events.</summary>
/// <param name="Key">An id or a code, as a filter takes it.</param>
/// <param name="Cooperation">Events of cooperation.</param>
/// <param name="Conflict">Events of conflict.</param>
internal sealed record DossierPartner(string Key, int Cooperation, int Conflict);

/// <summary>Words that were taken for an actor.</summary>
/// <param name="Words">The words.</param>
/// <param name="Form">name, nominal or pronoun.</param>
/// <param name="Why">Why they stand for it; absent for a name that stands for itself.</param>
/// <param name="Count">How many mentions.</param>
/// <param name="Example">The id of the latest.</param>
internal sealed record DossierName(string Words, string Form, string? Why, int Count, string Example);

/// <summary>A place of events.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Country">The country it lies in.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Precision">What the coordinates are the middle of.</param>
/// <param name="Count">How many events.</param>
/// <param name="Example">The id of the latest.</param>
internal sealed record DossierPlace(string Name, string? Country, double Latitude, double Longitude, string? Precision, int Count, string Example);
