using System.Globalization;
using Heliograph.Exports;
using Microsoft.AspNetCore.Http;

namespace Heliograph.Web.Api;

/// <summary>What a request asks of a feed: <c>limit</c> and <c>since</c>.</summary>
internal static class Feeds
{
    /// <summary>The keys of the address that are a feed's own.</summary>
    public static readonly string[] Keys = ["limit", "since"];

    /// <summary>The question of a request, or what is wrong with it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="format">The format that is asked for.</param>
    /// <returns>Null and null of formats that are no feeds.</returns>
    public static (FeedQuestion? Question, ProblemBody? Problem) Of(HttpContext context, ExportFormat format)
    {
        if (!format.IsFeed) return (null, null);
        var (limit, since) = ((string?)context.Request.Query["limit"], (string?)context.Request.Query["since"]);
        var rows = FeedQuestion.Usual;
        if (!string.IsNullOrEmpty(limit) && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out rows) || rows is < 1 or > FeedQuestion.Most))
        {
            return (null, Problems.Of(
                400, "Limit not understood", $"limit={limit}", FormattableString.Invariant($"a number from 1 to {FeedQuestion.Most}"), "Ask for fewer, and more often"));
        }

        DateOnly? from = null;
        if (!string.IsNullOrEmpty(since))
        {
            if (!DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return (null, Problems.Of(400, "Since not understood", $"since={since}", "a day of publication such as 2031-05-02", "Write year, month and day"));
            }

            from = day;
        }

        return (new(Site(context), context.Request.Path.ToUriComponent() + context.Request.QueryString, Filter(context), rows, from), null);
    }

    /// <summary>The same for a list of formats, which tells of each feed as its link gives it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="query">The query of each link, without a question mark.</param>
    public static Func<ExportFormat, FeedQuestion> All(HttpContext context, string query)
    {
        var (site, filter) = (Site(context), Filter(context));
        return format => new(site, LedgerExports.Link(format, query), filter, FeedQuestion.Usual, null);
    }

    /// <summary>The address that the server was asked by.</summary>
    public static Uri Site(HttpContext context) => new($"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}");

    private static string Filter(HttpContext context)
    {
        var asked = (context.Request.QueryString.Value ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => Question.FilterKeys.Any(known => known.Key == pair.Split('=', 2)[0]));
        return string.Join('&', context.Request.RouteValues["id"] is string actor ? asked.Append("actor=" + Uri.EscapeDataString(actor)) : asked);
    }
}
