using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Host.Platforms.Slack.Mapping;
using EngageBot.Pipeline;
using EngageBot.Slack;
using EngageBot.Slack.Models;
using EngageBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Platforms.Slack.Reading;

/// <summary>
/// Reads up what was missed, the busiest channels first, while live messages go on. The mark of a channel moves in the same transaction as its last messages; a gap
/// that a crash leaves open is read again.
/// </summary>
internal sealed partial class GapFiller(
    SlackWorlds worlds, GapReader reader, SlackLearner learner, SlackDepartures departures, DbDataSource database, TimeProvider clock, ILogger<GapFiller> logger)
{
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
            // While nothing is heard, what is written behind the one who reads would be missed.
            var gaps = worlds.All.Where(world => world is { HasBegun: true, IsGone: false } && world.IsHeard()).SelectMany(world => world.Reading.Gaps.Select(gap => (World: world, Gap: gap))).ToList();
            if (gaps.Count > 0)
            {
                await FillAsync(gaps, cancellationToken);
            }

            await Task.Delay(Look, clock, cancellationToken);
        }
    }

    private async Task FillAsync(List<(SlackWorld World, ReadGap Gap)> gaps, CancellationToken cancellationToken)
    {
        var traffic = await ChannelTraffic.SinceAsync(database, Platform.Slack, clock.GetUtcNow() - Traffic, cancellationToken);
        var ordered = gaps.OrderByDescending(one => traffic.GetValueOrDefault(new ChannelId(one.World.Community, one.Gap.Channel)));
        (_read, _closed) = (0, 0);
        LogBegin(gaps.Count);

        // Slack limits each workspace by itself: more at once there would only wait for one another.
        await Task.WhenAll(ordered.GroupBy(one => one.World).Select(workspace => FillAsync([.. workspace], gaps.Count, cancellationToken)));
    }

    private async Task FillAsync(List<(SlackWorld World, ReadGap Gap)> gaps, int total, CancellationToken cancellationToken)
    {
        foreach (var (world, gap) in gaps.TakeWhile(one => !one.World.IsGone))
        {
            await FillAsync(world, gap, cancellationToken);
            if (Interlocked.Increment(ref _closed) is var done && (done == total || done % Told == 0))
            {
                LogProgress(done, total, _read);
            }
        }
    }

    private async Task FillAsync(SlackWorld world, ReadGap gap, CancellationToken cancellationToken)
    {
        try
        {
            var read = await reader.ReadAsync(world, gap, cancellationToken);
            switch (read.Refusal)
            {
                case null:
                    await CloseAsync(world, gap, read, cancellationToken);
                    break;
                case SlackResult<IReadOnlyList<Message>>.RateLimited limited:
                    await Task.Delay(limited.RetryAfter, clock, cancellationToken);
                    break;
                case SlackResult<IReadOnlyList<Message>>.Refused refused:
                    LogRefused(gap.Channel, world.Team, SlackRefusals.InWords(refused.Error, refused.Message));
                    await CloseAsync(world, gap, read, cancellationToken);
                    break;
                default:
                    LogUnavailable(gap.Channel, OneLine.Of(read.Refusal.ToString() ?? string.Empty, 200));
                    await Task.Delay(Pause, clock, cancellationToken);
                    break;
            }
        }
        catch (SlackAuthenticationException fault)
        {
            await departures.LeaveAsync(world, fault.Message, cancellationToken);
        }
    }

    private async Task CloseAsync(SlackWorld world, ReadGap gap, GapRead read, CancellationToken cancellationToken)
    {
        foreach (var chunk in read.Messages.Chunk(100))
        {
            await learner.LearnAsync(world, chunk.SelectMany(EventSubjects.Users), cancellationToken);
            await EnqueueAsync(world.Missed(gap.Channel, read.After, chunk), cancellationToken);
            Interlocked.Add(ref _read, chunk.Length);
        }

        var newest = read.Messages.Count == 0 ? null : SlackMapper.IdOf(read.Messages[^1].Ts);
        await EnqueueAsync(world.Close(gap, newest), cancellationToken);
    }

    private async Task EnqueueAsync(IEnumerable<QueuedEvent> items, CancellationToken cancellationToken)
    {
        foreach (var queued in items)
        {
            await worlds.Queue.EnqueueAsync(queued, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Information, "Reading up what was missed in {Channels} channels of Slack")]
    private partial void LogBegin(int channels);

    [LoggerMessage(LogLevel.Information, "Read up {Done} of {Channels} channels of Slack, {Messages} messages")]
    private partial void LogProgress(int done, int channels, int messages);

    [LoggerMessage(LogLevel.Warning, "What was missed in channel {Channel} of workspace {Team} cannot be read: {Reason}")]
    private partial void LogRefused(string channel, string team, string reason);

    [LoggerMessage(LogLevel.Warning, "The history of channel {Channel} cannot be read now: {Reason}")]
    private partial void LogUnavailable(string channel, string reason);
}
