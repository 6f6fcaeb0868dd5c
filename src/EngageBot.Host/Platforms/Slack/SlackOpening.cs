using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Host.Platforms.Slack.State;
using EngageBot.Pipeline;
using EngageBot.Slack.Models;
using EngageBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>What must be known of a workspace before anything is heard from it: up to where its channels are stored, which there are, and who is there.</summary>
internal sealed partial class SlackOpening(SlackWorlds worlds, DbDataSource database, TimeProvider clock, ILogger<SlackOpening> logger, SlackUserGroups? groups = null)
{
    /// <summary>Of larger workspaces those who write are asked for one by one.</summary>
    private const int PagesOfUsers = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <exception cref="SlackGoneException">Slack will not tell; the message says what to do.</exception>
    /// <exception cref="EngageBot.Slack.SlackException">Likewise.</exception>
    public async Task BeginAsync(SlackWorld world, CancellationToken cancellationToken)
    {
        var marks = await MarkStore.AllAsync(database, Platform.Slack, cancellationToken);
        foreach (var mark in marks.Where(mark => mark.Thread is null && mark.Channel.Community == world.Community))
        {
            world.Reading.Restore(mark.Channel.Value, mark.Message);
        }

        var channels = await ChannelsAsync(world, cancellationToken);
        await (groups?.LearnAsync(world, cancellationToken) ?? Task.CompletedTask); // Before the users, who are told of with their groups.
        await LearnUsersAsync(world, cancellationToken);
        world.Begin(channels);
        foreach (var queued in world.TakeLearnt())
        {
            await worlds.Queue.EnqueueAsync(queued, cancellationToken);
        }

        var here = new CommunitySeen(world.Community, clock.GetUtcNow()) { BroughtBy = world.Workspace.InstalledBy is { } installer ? new MemberId(world.Community, installer) : null };
        await worlds.Queue.EnqueueAsync(here, cancellationToken);
        LogBegin(world.Team, channels.Count);
    }

    /// <summary>Those that the bot is in; waits where Slack does not tell now.</summary>
    /// <exception cref="SlackGoneException">Slack will not tell; the message says what to do.</exception>
    public async Task<IReadOnlyList<ChannelState>> ChannelsAsync(SlackWorld world, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await TryChannelsAsync(world, cancellationToken) is { } channels)
            {
                return channels;
            }

            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    /// <summary>Null where Slack does not tell now.</summary>
    private async Task<IReadOnlyList<ChannelState>?> TryChannelsAsync(SlackWorld world, CancellationToken cancellationToken)
    {
        List<ChannelState> channels = [];
        const ConversationTypes Types = ConversationTypes.PublicChannel | ConversationTypes.PrivateChannel;
        await foreach (var page in world.Client.ListConversationsOfAsync(user: null, Types, excludeArchived: false, cancellationToken))
        {
            if (page is SlackResult<IReadOnlyList<Conversation>>.Refused refused)
            {
                throw new SlackGoneException(refused.Message);
            }

            if (page.ValueOrDefault is not { } read)
            {
                LogUnavailable(world.Team, OneLine.Of(page.ToString() ?? string.Empty, 200));
                return null;
            }

            // What was archived while the bot was away is told; what nothing is known of is left alone.
            foreach (var conversation in read.Where(one => !one.IsArchived || world.Reading.Mark(one.Id) is not null))
            {
                if (await SlackLearner.MembersAsync(world, conversation, cancellationToken) is not { } members)
                {
                    return null;
                }

                channels.Add(world.StateOf(conversation, members));
            }
        }

        return channels;
    }

    private static async Task LearnUsersAsync(SlackWorld world, CancellationToken cancellationToken)
    {
        var pages = 0;
        await foreach (var page in world.Client.ListUsersAsync(cancellationToken))
        {
            foreach (var user in page.ValueOrDefault ?? [])
            {
                world.Learn(user);
            }

            if (++pages == PagesOfUsers)
            {
                break;
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "In workspace {Team} of Slack the bot is in {Channels} channels")]
    private partial void LogBegin(string team, int channels);

    [LoggerMessage(LogLevel.Warning, "The channels of workspace {Team} cannot be asked for now: {Reason}")]
    private partial void LogUnavailable(string team, string reason);
}
