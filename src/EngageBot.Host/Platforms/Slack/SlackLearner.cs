using EngageBot.Host.Platforms.Slack.Mapping;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;
using EngageBot.Slack.WebApi;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>Asks Slack for what must be known before an event is understood: the channel that it is of, and who those are that it names.</summary>
internal sealed class SlackLearner(TimeProvider clock)
{
    private const int Capacity = 10_000;

    /// <summary>Slack wants to hear within three seconds that an event has arrived. A name that comes later does no harm.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly BriefMemory<(string Team, string User), bool> _inVain = new(TimeSpan.FromMinutes(1), Capacity, clock);

    /// <exception cref="SlackUnlearntException">The channel cannot be asked for now.</exception>
    public async Task LearnAsync(SlackWorld world, SlackEvent happened, CancellationToken cancellationToken)
    {
        if (world.UnknownChannel(happened) is { } channel)
        {
            await LearnChannelAsync(world, channel, happened, cancellationToken);
        }

        await LearnAsync(world, EventSubjects.Users(happened), cancellationToken);
    }

    /// <summary>All users of a round together take no longer than a second.</summary>
    public async Task LearnAsync(SlackWorld world, IEnumerable<string> users, CancellationToken cancellationToken)
    {
        var unknown = world.Unknown(users).Where(user => !_inVain.TryGet((world.Team, user), out _)).ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        foreach (var user in unknown)
        {
            if (!await TryLearnAsync(world, user, either.Token))
            {
                cancellationToken.ThrowIfCancellationRequested();
                _inVain.Put((world.Team, user), true);
            }
        }
    }

    /// <summary>Who is in a channel; empty for a public one, null where Slack does not tell now.</summary>
    public static async Task<IReadOnlyList<string>?> MembersAsync(SlackWorld world, Conversation conversation, CancellationToken cancellationToken)
    {
        List<string> members = [];
        if (SlackWorld.IsPrivate(conversation))
        {
            await foreach (var page in world.Client.GetMembersAsync(conversation.Id, cancellationToken))
            {
                if (page.ValueOrDefault is not { } read)
                {
                    return null;
                }

                members.AddRange(read);
            }
        }

        return members;
    }

    private static async Task LearnChannelAsync(SlackWorld world, string channel, SlackEvent happened, CancellationToken cancellationToken)
    {
        switch (await world.Client.GetConversationAsync(channel, cancellationToken))
        {
            case SlackResult<Conversation>.Ok { Value.IsMember: false } when happened is ChannelUnarchiveEvent:
                break; // Of public channels everybody is told, and of this one the bot is not.
            case SlackResult<Conversation>.Ok { Value: { IsIm: false, IsMpim: false } found }:
                world.Learn(world.StateOf(found, await MembersAsync(world, found, cancellationToken) ?? throw Unlearnt(channel)));
                break;
            case SlackResult<Conversation>.Ok:
                world.LearnOther(channel);
                break;
            case SlackResult<Conversation>.Refused { Error: SlackError.ChannelNotFound }:
                break; // It is gone, or the bot is: nothing of it is stored.
            case SlackResult<Conversation>.Refused refused:
                throw new SlackUnlearntException(refused.Message);
            default:
                throw Unlearnt(channel);
        }
    }

    private static SlackUnlearntException Unlearnt(string channel) => new($"Channel {channel} is not known and cannot be asked for now.");

    private static async Task<bool> TryLearnAsync(SlackWorld world, string user, CancellationToken cancellationToken)
    {
        try
        {
            if ((await world.Client.GetUserAsync(user, cancellationToken)).ValueOrDefault is { } found)
            {
                world.Learn(found);
                return true;
            }

            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
