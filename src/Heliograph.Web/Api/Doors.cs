using Heliograph.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Api;

/// <summary>What a door says about itself: it is shown on the first page, in the API's document, and asked by the gate.</summary>
/// <param name="Needs">What a caller must be allowed to.</param>
/// <param name="IsFiltered">Whether it takes the keys of a filter.</param>
/// <param name="IsPage">Whether people open it in a browser: what is wrong is then said in a page.</param>
internal sealed record Door(Right Needs, bool IsFiltered = false, bool IsPage = false);

/// <summary>Declares doors.</summary>
internal static class Doors
{
    /// <summary>Says what a door is for, and what it answers.</summary>
    /// <typeparam name="T">The body of its answer.</typeparam>
    public static RouteHandlerBuilder Is<T>(
        this RouteHandlerBuilder door, string name, string summary, Right needs = Right.Reader, bool isFiltered = false,
        int status = StatusCodes.Status200OK, params int[] problems)
    {
        door.WithName(name).WithSummary(summary).WithMetadata(new Door(needs, isFiltered));
        if (typeof(T) == typeof(Nothing)) door.Produces(status);
        else door.Produces<T>(status, "application/json");
        foreach (var problem in problems) door.Produces<ProblemBody>(problem, Problems.MediaType);
        return door;
    }

    /// <summary>An answer without a body.</summary>
    public sealed record Nothing;
}
