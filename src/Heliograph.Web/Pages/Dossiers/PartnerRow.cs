namespace Heliograph.Web.Pages.Dossiers;

/// <summary>Someone on the other side of an actor's events.</summary>
/// <param name="Key">An id or a code, as a filter takes it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="GivenCooperation">Acts of cooperation towards it.</param>
/// <param name="GivenConflict">Acts of conflict towards it.</param>
/// <param name="ReceivedCooperation">Acts of cooperation from it.</param>
/// <param name="ReceivedConflict">Acts of conflict from it.</param>
public sealed record PartnerRow(string Key, string Name, int GivenCooperation, int GivenConflict, int ReceivedCooperation, int ReceivedConflict)
{
    /// <summary>Acts of cooperation, both ways.</summary>
    public int Cooperation => GivenCooperation + ReceivedCooperation;

    /// <summary>Acts of conflict, both ways.</summary>
    public int Conflict => GivenConflict + ReceivedConflict;
}
