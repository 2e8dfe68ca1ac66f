using System.Text.Json;
using Heliograph.Store;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Api;

/// <summary>Says why a request was not answered.</summary>
internal static class Problems
{
    /// <summary>The media type of a problem.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>A problem told in four parts.</summary>
    public static ProblemBody Of(int status, string title, string found, string expected, string next) =>
        new(title, status, $"Found {found}, expected {expected}. {next}.", found, expected, next);

    /// <summary>What is asked for is not there.</summary>
    public static ProblemBody Missing(string what, string found, string expected, string next) => Of(404, $"No such {what}", found, expected, next);

    /// <summary>What the ledger said.</summary>
    public static ProblemBody Of(LedgerException e) => e.IsOfQuestion
        ? new("Not understood", StatusCodes.Status400BadRequest, e.Message)
        : e.IsOfReport
        ? new("Not a report that the ledger can keep", StatusCodes.Status422UnprocessableEntity, e.Message)
        : new("The ledger does not answer", StatusCodes.Status503ServiceUnavailable, e.Message);

    /// <summary>The problem as an answer.</summary>
    public static IResult Answer(this ProblemBody problem) => new Result(problem);

    /// <summary>Writes a problem.</summary>
    public static Task Write(HttpContext context, ProblemBody problem)
    {
        context.Response.StatusCode = problem.Status;
        context.Response.ContentType = MediaType;
        context.Response.Headers.CacheControl = "no-store";
        if (problem.Status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer realm=\"heliograph\"";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(problem, ApiJson.Options), context.RequestAborted).AsTask();
    }

    private sealed class Result(ProblemBody problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Write(httpContext, problem);
    }
}
