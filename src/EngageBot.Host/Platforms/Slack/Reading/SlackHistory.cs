using System.Runtime.CompilerServices;
using EngageBot.Chat;
using EngageBot.Slack;
using EngageBot.Slack.Models;
using EngageBot.Slack.WebApi;

namespace EngageBot.Host.Platforms.Slack.Reading;

/// <summary>Reads the history of all channels that the bot is in once more, with the replies in their threads: a channel at a time.</summary>
/// <param name="back">So far back.</param>
internal sealed class SlackHistory(SlackWorlds worlds, SlackOpening opening, TimeSpan back, TimeProvider clock)
{
    /// <summary>What Slack cannot give now is asked for so often.</summary>
    private const int Attempts = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly GapReader _reader = new(back, back, int.MaxValue, clock);

    /// <param name="refused">Told of channels that cannot be read, and why; they are passed over.</param>
    /// <exception cref="SlackGoneException">Slack will not tell which channels there are.</exception>
    /// <exception cref="SlackAuthenticationException">A token is wrong.</exception>
    public async IAsyncEnumerable<ChatEvent> ReadAsync(Action<string, string> refused, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var world in worlds.All)
        {
            world.Begin(await opening.ChannelsAsync(world, cancellationToken));
            foreach (var channel in world.Channels())
            {
                var read = await ReadAsync(world, channel.Id, cancellationToken);
                if (read.Refusal is { } refusal)
                {
                    refused(channel.Name, refusal is SlackResult<IReadOnlyList<Message>>.Refused no ? SlackRefusals.InWords(no.Error, no.Message) : OneLine.Of(refusal.ToString() ?? string.Empty, 200));
                }

                foreach (var queued in world.Missed(channel.Id, read.After, read.Messages))
                {
                    if (queued.Event is { } happened)
                    {
                        yield return happened;
                    }
                }
            }
        }
    }

    private async Task<GapRead> ReadAsync(SlackWorld world, string channel, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var read = await _reader.ReadAsync(world, new ReadGap(channel, 0, back), cancellationToken);
            if (read.Refusal is null or SlackResult<IReadOnlyList<Message>>.Refused || attempt == Attempts)
            {
                return read;
            }

            await Task.Delay(read.Refusal is SlackResult<IReadOnlyList<Message>>.RateLimited limited ? limited.RetryAfter : Pause, clock, cancellationToken);
        }
    }
}
