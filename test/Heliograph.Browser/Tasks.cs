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
        await _session.SendAsync("Tracing.end");
        await _done.Task.WaitAsync(TimeSpan.FromSeconds(60));
        lock (_events)
        {
            var mains = _events.Where(one => (string?)one["name"] == "thread_name" && (string?)one["args"]?["name"] == "CrRendererMain")
                .Select(one => ((long)one["pid"]!, (long)one["tid"]!)).ToHashSet();
            var tasks = _events.Where(one => (string?)one["ph"] == "X" && one["tdur"] is not null && ((string?)one["name"])!.EndsWith("RunTask", StringComparison.Ordinal)
                && mains.Contains(((long)one["pid"]!, (long)one["tid"]!))).ToList();
            Assert.NotEmpty(tasks);
            return (tasks.Max(one => (double)one["tdur"]!) / 1000, tasks.Max(one => (double)one["dur"]!) / 1000);
        }
    }
}
