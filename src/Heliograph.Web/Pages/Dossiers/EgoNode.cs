namespace Heliograph.Web.Pages.Dossiers;

/// <summary>A partner in the drawing of a network.</summary>
/// <param name="Row">The partner.</param>
/// <param name="Number">Its number, as in the table beside the drawing; counted from 1.</param>
/// <param name="X">Where it stands.</param>
/// <param name="Y">Where it stands, downwards.</param>
/// <param name="Aside">How far its two lines stand off the straight one, across.</param>
/// <param name="Beside">How far its two lines stand off the straight one, downwards.</param>
/// <param name="Cooperation">How thick the line of cooperation is; 0 for none.</param>
/// <param name="Conflict">How thick the line of conflict is; 0 for none.</param>
public sealed record EgoNode(PartnerRow Row, int Number, double X, double Y, double Aside, double Beside, double Cooperation, double Conflict);
