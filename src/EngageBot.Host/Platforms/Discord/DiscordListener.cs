using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Host.Platforms.Discord.Reading;
using EngageBot.Host.Platforms.Discord.State;
using EngageBot.Pipeline;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Platforms.Discord;

/// <summary>
/// Listens on Discord: takes each shard's events in order, from the place that is committed in the database on, and puts what they become into the queue together
/// with the place after them.
/// </summary>
internal sealed partial class DiscordListener(
    GatewayClient gateway, DiscordRestClient client, DiscordWorld world, DbDataSource database, TimeProvider clock, ILogger<DiscordListener> logger)
{
    /// <summary>So many channels are named that the bot cannot read.</summary>
    private const int Named = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Takes what members ask of the bot; it must not make the listener wait.</summary>
    public Action<Interaction>? Interacted { get; set; }

    /// <summary>Until cancelled.</summary>
    /// <exception cref="GatewayException">Trying again would not help; the message says what to do.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var notes = await SourceNoteStore.AllAsync(database, DiscordNotes.Source, cancellationToken);
        world.Restore(notes, await MarkStore.AllAsync(database, Platform.Discord, cancellationToken));
        world.Watch(gateway.Shards);
        foreach (var (key, at) in DiscordNotes.Identified(notes))
        {
            gateway.RememberIdentify(key, at);
        }

        LogBegin(gateway.Shards.Count, gateway.TotalShards);
        await foreach (var dispatch in gateway.ReadAsync(await PlacesAsync(cancellationToken), cancellationToken))
        {
            var learnt = world.Unknown(dispatch) is { } channel ? await LearnAsync(channel, cancellationToken) : null;
            foreach (var queued in world.Translate(dispatch, learnt))
            {
                await world.Queue.EnqueueAsync(queued, cancellationToken);
            }

            if (dispatch.Event is InteractionCreateEvent { Interaction: var interaction })
            {
                Interacted?.Invoke(interaction);
            }

            Note(dispatch);
        }
    }

    private async Task<Dictionary<int, GatewaySession>> PlacesAsync(CancellationToken cancellationToken)
    {
        Dictionary<int, GatewaySession> places = [];
        foreach (var shard in gateway.Shards)
        {
            if (ShardPosition.Parse(await PositionStore.FindAsync(database, ShardPosition.SourceOf(shard.Id), cancellationToken), gateway.TotalShards, world.Intents) is { } place)
            {
                places[shard.Id] = place;
            }
        }

        return places;
    }

    /// <summary>Something happened in a channel that was never told of: an old thread, mostly.</summary>
    private async Task<Channel?> LearnAsync(Snowflake id, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return (await client.GetChannelAsync(id, cancellationToken)).ValueOrDefault;
            }
            catch (DiscordUnavailableException fault)
            {
                // The stream waits: what is passed over now would never come again.
                LogUnknown(id, fault.Message);
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }

    private void Note(GatewayDispatch dispatch)
    {
        if (dispatch.Event is GuildCreateEvent { Guild: { Unavailable: false } guild } && world.Unreadable(guild.Id) is { Count: > 0 } unreadable)
        {
            LogUnreadable(guild.Id, unreadable.Count, string.Join(", ", unreadable.Take(Named).Select(name => "#" + OneLine.Of(name, 40))));
        }
    }

    [LoggerMessage(LogLevel.Information, "Listening on Discord with {Shards} of {Total} shards")]
    private partial void LogBegin(int shards, int total);

    [LoggerMessage(LogLevel.Warning, "Channel {Channel} is not known and cannot be asked for now: {Reason}")]
    private partial void LogUnknown(Snowflake channel, string reason);

    [LoggerMessage(LogLevel.Information, "In server {Guild} the bot cannot read {Count} channels ({Names}): where it should, give its role View Channel and Read Message History")]
    private partial void LogUnreadable(Snowflake guild, int count, string names);
}
