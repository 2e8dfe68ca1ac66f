using System.Net;
using System.Net.Sockets;
using System.Text;
using Heliograph.Tests.Cli;
using Heliograph.Web;

namespace Heliograph.Tests.Web;

/// <summary>Texts that wait to be read.</summary>
public class ReadingQueueTests
{
    private const long Short = 1_000, Long = ReadingQueue.LongBytes + 1;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Long_texts_never_hold_every_core(int cores)
    {
        var queue = new ReadingQueue(cores);
        var longOnes = Enumerable.Range(0, 20).Select(_ => queue.Enter(Long)!).ToList();

        using var quick = queue.Enter(Short)!;

        Assert.True(quick.Begun.IsCompleted);
        Assert.Equal(0, quick.Place);
        Assert.Equal(Math.Max(2, cores) - 1, longOnes.Count(one => one.Begun.IsCompleted));
    }

    [Fact]
    public void Whoever_waits_is_told_their_place_and_moves_up_when_others_leave()
    {
        var queue = new ReadingQueue(2);
        using var first = queue.Enter(Short)!;
        using var second = queue.Enter(Short)!;
        using var third = queue.Enter(Short)!;
        using var fourth = queue.Enter(Short)!;
        using var fifth = queue.Enter(Short)!;
        Assert.Equal([0, 0, 1, 2, 3], new[] { first, second, third, fourth, fifth }.Select(one => one.Place));

        fourth.Dispose(); // leaves before its turn
        Assert.Equal(2, fifth.Place);
        first.Dispose();
        first.Dispose(); // once is enough
        Assert.Equal((0, 1), (third.Place, fifth.Place));
        Assert.Equal((2, 1, 1L), (queue.Reading, queue.Waiting, queue.Over));
    }

    [Fact]
    public void A_long_text_gets_its_turn_however_many_short_ones_come()
    {
        var queue = new ReadingQueue(2);
        var one = queue.Enter(Long)!;
        using var waiting = queue.Enter(Long)!;
        using var quick = queue.Enter(Short)!;
        using var later = queue.Enter(Short)!;

        one.Dispose();

        Assert.True(waiting.Begun.IsCompleted);
        Assert.False(later.Begun.IsCompleted);
    }

    [Fact]
    public void The_queue_has_a_bound()
    {
        var queue = new ReadingQueue(2);
        var all = Enumerable.Range(0, ReadingQueue.MostWaiting + 2).Select(_ => queue.Enter(Short)).ToList();

        Assert.All(all, Assert.NotNull);
        Assert.Null(queue.Enter(Short));
        Assert.Equal(1, queue.TurnedAway);
        all[0]!.Dispose();
        Assert.NotNull(queue.Enter(Short));
    }

    [Fact]
    public async Task Reading_stops_when_whoever_asked_for_it_leaves()
    {
        using var stopped = new SemaphoreSlim(0);
        using var begun = new SemaphoreSlim(0);
        await using var served = new Served
        {
            Change = settings => settings with
            {
                ReadTelling = (report, tell) =>
                {
                    begun.Release();
                    try
                    {
                        for (var i = 0; i < 2_000; i++)
                        {
                            tell(new("Words, trees and names", i, 2_000));
                            Thread.Sleep(10);
                        }
                    }
                    catch (OperationCanceledException)
                    {
                        stopped.Release();
                        throw;
                    }

                    return Simple.Stages.Read(report).Entries;
                },
            },
        };
        await served.InitializeAsync();
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(IPAddress.Loopback, served.Client.BaseAddress!.Port, Stop);
            const string body = """{"text":"Mara said Holm fell"}""";
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /api/v1/read?force=true HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"), Stop);
            Assert.True(await begun.WaitAsync(TimeSpan.FromSeconds(30), Stop));
        }

        Assert.True(await stopped.WaitAsync(TimeSpan.FromSeconds(15), Stop), "It goes on for twenty seconds for nobody.");
    }
}
