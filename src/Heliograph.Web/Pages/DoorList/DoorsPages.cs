using System.Collections.Immutable;
using Heliograph.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Heliograph.Web.Pages.DoorList;

/// <summary><c>/doors</c>: the doors of this server, made of the doors themselves.</summary>
internal static class DoorsPages
{
    /// <summary>Opens the door.</summary>
    public static void Map(WebApplication app, PageSite site) =>
        PageSite.Door(app.MapGet("/doors", (HttpContext context, EndpointDataSource doors) => new PageAnswer<DoorsPage>(new()
        {
            [nameof(DoorsPage.Doors)] = Rows(doors),
            [nameof(DoorsPage.Visitor)] = site.Visitor(context),
        })), Right.None);

    private static ImmutableArray<DoorRow> Rows(EndpointDataSource doors) =>
    [
        .. from door in doors.Endpoints.OfType<RouteEndpoint>()
           let what = door.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary
           where what is not null
           let method = door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET"
           let route = door.RoutePattern.RawText ?? ""
           select new DoorRow(
               method, route, what, GroupOf(door),
               method == "GET" && !route.Contains('{', StringComparison.Ordinal) && !what.Contains("server-sent", StringComparison.Ordinal)),
    ];

    private static string GroupOf(RouteEndpoint door) => door.Metadata.GetMetadata<ITagsMetadata>()?.Tags is [var tag, ..] ? tag : "others";
}
