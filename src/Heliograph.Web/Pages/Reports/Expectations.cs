using Heliograph.Ledger;

namespace Heliograph.Web.Pages.Reports;

/// <summary>Tells which statements look ahead.</summary>
/// <remarks>The ledger holds no entries of kind <c>expectation</c> yet; until it does, these are the nearest to them.</remarks>
public static class Expectations
{
    /// <summary>Whether the source says what it expects, fears, hopes for or warns of.</summary>
    public static bool Is(StatementEntry statement) => statement.Act is "predict" or "fear" or "hope" or "warn";
}
