using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Pipeline;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Platforms.Discord.Reading;

/// <summary>
/// Reads up what was missed, the busiest channels first, while live messages go on. A gap is closed in the same transaction as its last messages; one that a
/// crash leaves open is read again.
/// </summary>
internal sealed partial class GapFiller(DiscordWorld world, GapReader reader, ThreadFinder threads, DbDataSource database, TimeProvider clock, ILogger<GapFiller> logger)
{
    /// <summary>Channels that are read at once: each waits for its own limits.</summary>
    private const int AtOnce = 4;

    /// <summary>After so many channels the log says how far it got.</summary>
    private const int Told = 25;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Traffic = TimeSpan.FromDays(30);

    private int _read;
    private int _closed;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (world.Reading.Searches.Count > 0)
            {
                await SearchAsync(cancellationToken);
            }

            if (world.Reading.Gaps.Count > 0)
            {
                await FillAsync(cancellationToken);
            }

            await Task.Delay(Look, clock, cancellationToken);
        }
    }

    /// <summary>Looks for threads that were archived unheard; what is found are gaps.</summary>
    private async Task SearchAsync(CancellationToken cancellationToken)
    {
        var traffic = await TrafficAsync(cancellationToken);
        var searches = world.Reading.Searches.OrderByDescending(search => TrafficOf(search.Channel, traffic)).ThenBy(search => search.Channel).ToList();
        LogSearch(searches.Count);
        await Parallel.ForEachAsync(
            searches, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (search, stop) => await SearchAsync(search, stop));
    }

    private async Task SearchAsync(ThreadSearch search, CancellationToken cancellationToken)
    {
        try
        {
            var (found, refusal) = await threads.FindAsync(search, cancellationToken);
            if (refusal is RestResult<ThreadList>.RateLimited limited)
            {
                await Task.Delay(limited.RetryAfter, clock, cancellationToken);
                return;
            }

            if (refusal is RestResult<ThreadList>.Refused refused)
            {
                LogRefused(search.Channel, search.Guild, DiscordRefusals.InWords(refused.Code, refused.Message));
            }

            foreach (var queued in world.Found(search, found))
            {
                await world.Queue.EnqueueAsync(queued, cancellationToken);
            }
        }
        catch (DiscordUnavailableException fault)
        {
            LogUnavailable(search.Channel, fault.Message);
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var traffic = await TrafficAsync(cancellationToken);
        var gaps = world.Reading.Gaps.OrderByDescending(gap => TrafficOf(gap.Channel, traffic)).ThenByDescending(gap => gap.UpTo).ToList();
        (_read, _closed) = (0, 0);
        LogBegin(gaps.Count);
        await Parallel.ForEachAsync(
            gaps,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (gap, stop) =>
            {
                await FillAsync(gap, stop);
                if (Interlocked.Increment(ref _closed) is var done && (done == gaps.Count || done % Told == 0))
                {
                    LogProgress(done, gaps.Count, _read);
                }
            });
    }

    private async Task FillAsync(ReadGap gap, CancellationToken cancellationToken)
    {
        try
        {
            var (messages, refusal) = await reader.ReadAsync(gap, world.Reading.Mark(gap.Channel), cancellationToken);
            if (refusal is RestResult<IReadOnlyList<Message>>.RateLimited limited)
            {
                await Task.Delay(limited.RetryAfter, clock, cancellationToken);
                return;
            }

            if (refusal is RestResult<IReadOnlyList<Message>>.Refused refused)
            {
                LogRefused(gap.Channel, gap.Guild, DiscordRefusals.InWords(refused.Code, refused.Message));
            }

            await CloseAsync(gap, messages, isRead: refusal is null, cancellationToken);
        }
        catch (DiscordUnavailableException fault)
        {
            LogUnavailable(gap.Channel, fault.Message);
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private async Task CloseAsync(ReadGap gap, IReadOnlyList<Message> messages, bool isRead, CancellationToken cancellationToken)
    {
        foreach (var chunk in messages.Chunk(100))
        {
            foreach (var queued in world.Missed(gap.Channel, chunk))
            {
                await world.Queue.EnqueueAsync(queued, cancellationToken);
            }

            Interlocked.Add(ref _read, chunk.Length);
        }

        foreach (var closing in world.Close(gap, messages.Count == 0 ? gap.UpTo : messages[^1].Id, isRead))
        {
            await world.Queue.EnqueueAsync(closing, cancellationToken);
        }
    }

    private Task<IReadOnlyDictionary<ChannelId, long>> TrafficAsync(CancellationToken cancellationToken) =>
        ChannelTraffic.SinceAsync(database, Platform.Discord, clock.GetUtcNow() - Traffic, cancellationToken);

    private long TrafficOf(Snowflake place, IReadOnlyDictionary<ChannelId, long> traffic) =>
        world.Find(place) is { } channel ? traffic.GetValueOrDefault(channel.Channel) : 0;

    [LoggerMessage(LogLevel.Information, "Looking in {Channels} channels for threads that were archived meanwhile")]
    private partial void LogSearch(int channels);

    [LoggerMessage(LogLevel.Information, "Reading up what was missed in {Channels} channels and threads")]
    private partial void LogBegin(int channels);

    [LoggerMessage(LogLevel.Information, "Read up {Done} of {Channels} channels and threads, {Messages} messages")]
    private partial void LogProgress(int done, int channels, int messages);

    [LoggerMessage(LogLevel.Warning, "What was missed in channel {Channel} of guild {Guild} cannot be read: {Reason}")]
    private partial void LogRefused(Snowflake channel, Snowflake guild, string reason);

    [LoggerMessage(LogLevel.Warning, "The history of channel {Channel} cannot be read now: {Reason}")]
    private partial void LogUnavailable(Snowflake channel, string reason);
}
