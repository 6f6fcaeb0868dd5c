using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Discord.Gateway;
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
internal sealed partial class DiscordListener(GatewayClient gateway, DiscordRestClient client, DiscordWorld world, DbDataSource database, ILogger<DiscordListener> logger)
{
    /// <summary>Until cancelled.</summary>
    /// <exception cref="GatewayException">Trying again would not help; the message says what to do.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        world.Restore(
            await SourceNoteStore.AllAsync(database, DiscordNotes.Source, cancellationToken),
            await MarkStore.AllAsync(database, Platform.Discord, cancellationToken));
        await foreach (var dispatch in gateway.ReadAsync(await PlacesAsync(cancellationToken), cancellationToken))
        {
            var learnt = world.Unknown(dispatch) is { } channel ? await LearnAsync(channel, cancellationToken) : null;
            foreach (var queued in world.Translate(dispatch, learnt))
            {
                await world.Queue.EnqueueAsync(queued, cancellationToken);
            }
        }
    }

    private async Task<Dictionary<int, GatewaySession>> PlacesAsync(CancellationToken cancellationToken)
    {
        Dictionary<int, GatewaySession> places = [];
        foreach (var shard in gateway.Shards)
        {
            if (ShardPosition.Parse(await PositionStore.FindAsync(database, ShardPosition.SourceOf(shard.Id), cancellationToken), gateway.TotalShards) is { } place)
            {
                places[shard.Id] = place;
            }
        }

        return places;
    }

    /// <summary>Something happened in a channel that was never told of: an old thread, mostly.</summary>
    private async Task<Channel?> LearnAsync(Snowflake id, CancellationToken cancellationToken)
    {
        try
        {
            var result = await client.GetChannelAsync(id, cancellationToken);
            return result.ValueOrDefault;
        }
        catch (DiscordUnavailableException fault)
        {
            LogUnknown(id, fault.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Channel {Channel} is not known and cannot be asked for: {Reason} What happened in it is read up later")]
    private partial void LogUnknown(Snowflake channel, string reason);
}
