using System.Collections.Immutable;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>An actor in the middle and its partners around it, those with most acts first, clockwise from the top.</summary>
/// <remarks>The same partners give the same drawing. Units: those of a drawing of 760 by 440.</remarks>
public static class EgoNetwork
{
    /// <summary>The middle of the drawing.</summary>
    public const double MiddleX = 380, MiddleY = 220;

    private const double Across = 200, Down = 175; // half axes of the ellipse that the partners stand on
    private const double Apart = 2.2; // between the lines of cooperation and conflict

    /// <summary>Where the partners stand, and how thick the lines to them are.</summary>
    public static ImmutableArray<EgoNode> Of(IReadOnlyList<PartnerRow> partners)
    {
        var most = Math.Max(1, partners.Select(row => Math.Max(row.Cooperation, row.Conflict)).DefaultIfEmpty().Max());
        return
        [
            .. partners.Select((row, i) =>
            {
                var turn = (2 * Math.PI * i / partners.Count) - (Math.PI / 2);
                var (x, y) = (MiddleX + (Across * Math.Cos(turn)), MiddleY + (Down * Math.Sin(turn)));
                var length = Math.Max(1, Math.Sqrt(((x - MiddleX) * (x - MiddleX)) + ((y - MiddleY) * (y - MiddleY))));
                var both = row.Cooperation > 0 && row.Conflict > 0 ? Apart : 0;
                var (aside, beside) = (both * (MiddleY - y) / length, both * (x - MiddleX) / length);
                return new EgoNode(row, i + 1, x, y, aside, beside, Thick(row.Cooperation, most), Thick(row.Conflict, most));
            }),
        ];
    }

    private static double Thick(int count, int most) => count == 0 ? 0 : 1 + (5 * Math.Sqrt((double)count / most));
}
