using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Heliograph.Browser;

/// <summary>Watches how long a page's main thread is busy at a time, by Chromium's own trace.</summary>
/// <remarks>Other work on the machine makes tasks longer by the clock, but not by processor time.</remarks>
internal sealed class Tasks
{
    private readonly ICDPSession _session;
    private readonly List<JsonNode> _events = [];
    private readonly TaskCompletionSource _done = new();

    private Tasks(ICDPSession session) => _session = session;

    /// <summary>Begins to watch.</summary>
    public static async Task<Tasks> Watch(IPage page)
    {
        var tasks = new Tasks(await page.Context.NewCDPSessionAsync(page));
        tasks._session.Event("Tracing.dataCollected").OnEvent += (_, data) =>
        {
            lock (tasks._events) tasks._events.AddRange(JsonNode.Parse(data!.Value.GetRawText())!["value"]!.AsArray().OfType<JsonNode>());
        };
        tasks._session.Event("Tracing.tracingComplete").OnEvent += (_, _) => tasks._done.TrySetResult();
        await tasks._session.SendAsync("Tracing.start", new()
        {
            ["transferMode"] = "ReportEvents",
            ["traceConfig"] = JsonSerializer.SerializeToElement(new { includedCategories = (string[])["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "__metadata"] }),
        });
        return tasks;
    }

    /// <summary>Ends watching; the longest task of a page's main thread in milliseconds of processor time, and the longest by the clock.</summary>
    public async Task<(double Processor, double Clock)> Longest()
    {
        var tasks = await End();
        return (tasks.Max(Processor), tasks.Max(Clock));
    }

    /// <summary>Ends watching; the tasks of so many milliseconds of processor time or more, in words, the longest first: how long, and what they did.</summary>
    public async Task<IReadOnlyList<string>> Above(double least) =>
    [
        .. (await End()).Where(task => Processor(task) >= least).OrderByDescending(Processor).Select(task => string.Create(
            CultureInfo.InvariantCulture, $"{Processor(task):0} ms, by the clock {Clock(task):0}: {string.Join(", ", Parts(task).Take(6))}")),
    ];

    // What a task did, by name, and whose script it was; what lies within another is counted in both
    private IEnumerable<string> Parts(JsonNode task)
    {
        var (start, end) = ((double)task["ts"]!, (double)task["ts"]! + (double)task["dur"]!);
        return _events.Where(one => one != task && one["tdur"] is not null && (long)one["tid"]! == (long)task["tid"]! && (long)one["pid"]! == (long)task["pid"]!
                && (double)one["ts"]! >= start && (double)one["ts"]! < end && !((string?)one["name"])!.EndsWith("RunTask", StringComparison.Ordinal))
            .GroupBy(one => $"{one["name"]} {Path.GetFileName(((string?)one["args"]?["data"]?["url"] ?? (string?)one["args"]?["fileName"] ?? "").Split('?')[0])} {one["args"]?["data"]?["functionName"]}".TrimEnd())
            .Select(same => (same.Key, Sum: same.Sum(Processor))).Where(one => one.Sum >= 5).OrderByDescending(one => one.Sum)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Sum:0}"));
    }

    private async Task<List<JsonNode>> End()
    {
        await _session.SendAsync("Tracing.end");
        await _done.Task.WaitAsync(TimeSpan.FromSeconds(60));
        lock (_events)
        {
            var mains = _events.Where(one => (string?)one["name"] == "thread_name" && (string?)one["args"]?["name"] == "CrRendererMain")
                .Select(one => ((long)one["pid"]!, (long)one["tid"]!)).ToHashSet();
            var tasks = _events.Where(one => (string?)one["ph"] == "X" && one["tdur"] is not null && ((string?)one["name"])!.EndsWith("RunTask", StringComparison.Ordinal)
                && mains.Contains(((long)one["pid"]!, (long)one["tid"]!))).ToList();
            Assert.NotEmpty(tasks);
            return [.. tasks.Where(task => !tasks.Exists(other => other != task && (long)other["tid"]! == (long)task["tid"]! && (long)other["pid"]! == (long)task["pid"]!
                && (double)other["ts"]! <= (double)task["ts"]! && (double)other["ts"]! + (double)other["dur"]! >= (double)task["ts"]! + (double)task["dur"]!
                && ((double)other["dur"]! > (double)task["dur"]! || tasks.IndexOf(other) < tasks.IndexOf(task))))]; // without those inside another
        }
    }

    private static double Processor(JsonNode one) => (double)one["tdur"]! / 1000;

    private static double Clock(JsonNode one) => (double)one["dur"]! / 1000;
}
