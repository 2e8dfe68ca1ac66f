using Heliograph.Store;
using Heliograph.Web.Access;
using Heliograph.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heliograph.Web.Pages;

/// <summary>What the doors of every screen share.</summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="Settings">What the server serves, to whom.</param>
internal sealed record PageSite(LedgerPool Ledger, WebSettings Settings)
{
    /// <summary>What every trouble with an address ends with.</summary>
    public const string Unsaid = "Check the address";

    /// <summary>Marks a door as one of a page: with its right, and left out of the API's document. Whoever may get it may ask for its head.</summary>
    public static void Door(RouteHandlerBuilder door, Right needs) => door.WithMetadata(new Door(needs, IsPage: true)).ExcludeFromDescription().Add(endpoint =>
    {
        for (var i = 0; i < endpoint.Metadata.Count; i++)
        {
            if (endpoint.Metadata[i] is HttpMethodMetadata { HttpMethods: ["GET"] }) endpoint.Metadata[i] = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]);
        }
    });

    /// <summary>Says what is wrong with a request: to people in a page, to programs as a problem.</summary>
    public Task Tell(HttpContext context, ProblemBody problem)
    {
        var isForPeople = context.GetEndpoint()?.Metadata.GetMetadata<Door>() is { } door
            ? door.IsPage
            : IsReading(context.Request) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        return isForPeople ? Trouble(context, new(problem.Status, problem.Title, problem.Detail)).ExecuteAsync(context) : Problems.Write(context, problem);
    }

    /// <summary>Who asks.</summary>
    public Visitor Visitor(HttpContext context)
    {
        var caller = context.Features.Get<Caller>();
        return new(Settings.Version, caller is { Right: >= Right.Reader }, caller is { Right: Right.Editor }, caller?.Name, Settings.Tokens is not null && caller?.Name is null);
    }

    /// <summary>A page; what the ledger says against it is shown as a page too, to people.</summary>
    public IResult Guarded(HttpContext context, Func<IResult> page)
    {
        try
        {
            return page();
        }
        catch (LedgerException e)
        {
            var problem = Problems.Of(e);
            return Trouble(context, new(problem.Status, problem.Title, e.Message));
        }
    }

    /// <summary>Why somebody is not let in, as a page; whoever has shown no token is sent to where they can.</summary>
    public IResult Refused(HttpContext context, ProblemBody problem)
    {
        if (problem.Status != StatusCodes.Status401Unauthorized) return Trouble(context, new(problem.Status, problem.Title, problem.Detail));
        var to = IsReading(context.Request) ? OwnPath.Of(context.Request.Path.ToUriComponent() + context.Request.QueryString) : "/";
        return Results.Redirect("/sign-in?to=" + Uri.EscapeDataString(to), permanent: false, preserveMethod: false);
    }

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>The page of what is wrong.</summary>
    public PageAnswer<TroublePage> Trouble(HttpContext context, Trouble problem) =>
        new(new() { [nameof(TroublePage.Problem)] = problem, [nameof(TroublePage.Visitor)] = Visitor(context) }, problem.Status);
}
