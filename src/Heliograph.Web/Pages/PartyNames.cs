using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Ledger;
using Microsoft.AspNetCore.Components;

namespace Heliograph.Web.Pages;

/// <summary>Draws those of one side of an entry: their names, each with its codes behind it.</summary>
internal static class PartyNames
{
    /// <summary>The names, with commas between them.</summary>
    /// <param name="report">The report.</param>
    /// <param name="parties">Those of the side.</param>
    /// <param name="nobody">What stands there where there are none.</param>
    /// <param name="kind">The class of a name; null for none.</param>
    /// <param name="link">Where a name leads; null where to nowhere.</param>
    public static RenderFragment Of(Report report, ImmutableArray<Participant> parties, RenderFragment nobody, string? kind, Func<Participant, string?> link) => builder =>
    {
        if (parties.IsEmpty) builder.AddContent(0, nobody);
        for (var i = 0; i < parties.Length; i++)
        {
            if (i > 0) builder.AddContent(1, ", ");
            var to = link(parties[i]);
            if (to is not null) builder.OpenElement(2, "a");
            if (to is not null) builder.AddAttribute(3, "href", to);
            builder.OpenElement(4, "bdi");
            builder.AddAttribute(5, "class", kind);
            builder.AddContent(6, Phrases.Who(report, parties[i]));
            builder.CloseElement();
            if (to is not null) builder.CloseElement();
            if (Phrases.Code(parties[i]) is not { Length: > 0 } code) continue;
            builder.AddContent(7, " ");
            builder.OpenElement(8, "code");
            builder.AddContent(9, code);
            builder.CloseElement();
        }
    };
}
