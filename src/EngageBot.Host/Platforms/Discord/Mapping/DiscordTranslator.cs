using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord.State;
using EngageBot.Pipeline;

namespace EngageBot.Host.Platforms.Discord.Mapping;

/// <summary>What an event of the gateway becomes. What nobody has a use for becomes nothing; its place in the stream counts all the same.</summary>
/// <param name="shards">How many there are in all.</param>
internal sealed class DiscordTranslator(DiscordDirectory directory, PlaceTranslator places, MessageTranslator messages, int shards)
{
    /// <summary>The channel that an event is about, where it must be known and is not.</summary>
    public Snowflake? Unknown(GatewayEvent happened)
    {
        var channel = happened switch
        {
            MessageCreateEvent { Message: { GuildId: not null } message } => message.ChannelId,
            MessageUpdateEvent { GuildId: not null } update => update.ChannelId,
            MessageDeleteEvent { GuildId: not null } delete => delete.ChannelId,
            MessageDeleteBulkEvent { GuildId: not null } delete => delete.ChannelId,
            MessageReactionAddEvent { GuildId: not null } reaction => reaction.ChannelId,
            _ => TakenBackIn(happened),
        };
        return channel is { } id && directory.Channel(id) is null ? id : null;
    }

    public void Translate(GatewayDispatch dispatch, DateTimeOffset now, List<QueuedEvent> into)
    {
        switch (dispatch.Event)
        {
            case MessageCreateEvent { Message: { GuildId: { } guild } message } when directory.Channel(message.ChannelId) is { } channel:
                messages.Translate(message, channel, directory.Guild(guild)?.Session == dispatch.Session.SessionId, into);
                break;
            case MessageUpdateEvent { GuildId: not null } update when directory.Channel(update.ChannelId) is { } channel:
                messages.Translate(update, channel, into);
                break;
            case MessageDeleteEvent { GuildId: not null } delete when directory.Channel(delete.ChannelId) is { } channel:
                into.Add(new QueuedEvent(DiscordMapper.Deleted(delete.Id, channel, now)));
                break;
            case MessageDeleteBulkEvent { GuildId: not null } bulk when directory.Channel(bulk.ChannelId) is { } channel:
                into.AddRange(bulk.Ids.Select(id => new QueuedEvent(DiscordMapper.Deleted(id, channel, now))));
                break;
            default:
                TranslateMember(dispatch, now, into);
                break;
        }
    }

    private void TranslateMember(GatewayDispatch dispatch, DateTimeOffset now, List<QueuedEvent> into)
    {
        switch (dispatch.Event)
        {
            case GuildMemberAddEvent joined:
                var member = new Member
                {
                    Nick = joined.Nick, Roles = joined.Roles, JoinedAt = joined.JoinedAt, Pending = joined.Pending, CommunicationDisabledUntil = joined.CommunicationDisabledUntil,
                };
                messages.Meet(joined.GuildId, joined.User, member, now, into);
                places.ChangeReader(joined.GuildId, joined.User.Id, joined.Roles, now, into);
                break;
            case GuildMemberUpdateEvent changed:
                var anew = new Member
                {
                    Nick = changed.Nick, Roles = changed.Roles, JoinedAt = changed.JoinedAt, Pending = changed.Pending, CommunicationDisabledUntil = changed.CommunicationDisabledUntil,
                };
                messages.Meet(changed.GuildId, changed.User, anew, now, into);
                BotRoles(changed, now, into);
                places.ChangeReader(changed.GuildId, changed.User.Id, changed.Roles, now, into);
                break;
            case GuildMemberRemoveEvent left:
                messages.Leave(left.GuildId, left.User.Id, now, into);
                places.ChangeReader(left.GuildId, left.User.Id, roles: null, now, into);
                break;
            default:
                TranslateReaction(dispatch, now, into);
                break;
        }
    }

    private void TranslateReaction(GatewayDispatch dispatch, DateTimeOffset now, List<QueuedEvent> into)
    {
        if (dispatch.Event is MessageReactionAddEvent { GuildId: not null } reaction && !places.IsBot(reaction.UserId) && directory.Channel(reaction.ChannelId) is { } channel)
        {
            messages.Translate(reaction, channel, now, into);
        }
        else if (TakenBackIn(dispatch.Event) is { } where && directory.Channel(where) is { } there)
        {
            if (DiscordMapper.TakenBack(dispatch.Event, there, now) is { } removed)
            {
                into.Add(new QueuedEvent(removed));
            }
        }
        else
        {
            TranslatePlace(dispatch, now, into);
        }
    }

    private void TranslatePlace(GatewayDispatch dispatch, DateTimeOffset now, List<QueuedEvent> into)
    {
        switch (dispatch.Event)
        {
            case ReadyEvent ready:
                Begin(ready, dispatch.ShardId, now, into);
                break;
            case GuildCreateEvent { Guild: { Unavailable: false } guild }:
                places.Whole(guild, dispatch.Session.SessionId, now, into);
                break;
            case GuildUpdateEvent { Guild: var guild } when directory.Guild(guild.Id) is { } known:
                places.Change(known with { Owner = guild.OwnerId ?? known.Owner, Roles = guild.Roles.Count == 0 ? known.Roles : GuildState.Of(guild.Roles), UpdatesChannel = guild.PublicUpdatesChannelId }, now, into);
                break;
            case GuildDeleteEvent { Guild: { Unavailable: false } guild }:
                places.RemoveGuild(guild.Id, now, into);
                break;
            case GuildRoleCreateEvent role when directory.Guild(role.GuildId) is { } guild:
                places.Change(guild.With(role.Role), now, into);
                break;
            case GuildRoleUpdateEvent role when directory.Guild(role.GuildId) is { } guild:
                places.Change(guild.With(role.Role), now, into);
                break;
            case GuildRoleDeleteEvent role when directory.Guild(role.GuildId) is { } guild:
                places.Change(guild.Without(role.RoleId), now, into);
                break;
            default:
                TranslateChannel(dispatch.Event, now, into);
                break;
        }
    }

    private void TranslateChannel(GatewayEvent happened, DateTimeOffset now, List<QueuedEvent> into)
    {
        switch (happened)
        {
            case ChannelCreateEvent { Channel: { GuildId: { } guild } channel }:
                places.Put(channel, guild, now, into);
                break;
            case ChannelUpdateEvent { Channel: { GuildId: { } guild } channel }:
                Update(channel, guild, now, into);
                break;
            case ChannelDeleteEvent { Channel: var gone } when directory.Channel(gone.Id) is { } channel:
                Remove(channel, now, into);
                break;
            case ThreadCreateEvent { Thread: { GuildId: { } guild } thread }:
                places.Put(thread, guild, now, into);
                ConsiderOld(thread, guild, isOld: !thread.NewlyCreated, now, into);
                break;
            case ThreadUpdateEvent { Thread: { GuildId: { } guild } thread }:
                Turn(thread, guild, now, into);
                break;
            case ThreadDeleteEvent { Id: var gone } when directory.Channel(gone) is { } thread:
                places.Remove(thread, now, into);
                break;
            case ThreadListSyncEvent sync:
                Sync(sync, now, into);
                break;
            case ThreadMembersUpdateEvent update when directory.Channel(update.Id) is { Type: ChannelType.PrivateThread } thread:
                places.ChangeMembers(thread, [.. update.AddedMembers.Select(member => member.UserId).OfType<Snowflake>()], update.RemovedMemberIds, now, into);
                break;
        }
    }

    /// <summary>Where reactions were taken back.</summary>
    private static Snowflake? TakenBackIn(GatewayEvent happened) => happened switch
    {
        MessageReactionRemoveEvent { GuildId: not null } one => one.ChannelId,
        MessageReactionRemoveEmojiEvent { GuildId: not null } some => some.ChannelId,
        MessageReactionRemoveAllEvent { GuildId: not null } all => all.ChannelId,
        _ => null,
    };

    /// <summary>A new session names the shard's guilds: the bot has left the others.</summary>
    private void Begin(ReadyEvent ready, int shard, DateTimeOffset now, List<QueuedEvent> into)
    {
        var there = ready.Guilds.Select(guild => guild.Id).ToHashSet();
        foreach (var left in directory.Guilds.Where(guild => GatewayClient.ShardOf(guild, shards) == shard && !there.Contains(guild)).ToList())
        {
            places.RemoveGuild(left, now, into);
        }
    }

    /// <summary>A channel that the bot could not read before has messages that never came.</summary>
    private void Update(Channel channel, Snowflake guild, DateTimeOffset now, List<QueuedEvent> into)
    {
        var couldRead = directory.Channel(channel.Id) is not null && places.MayRead(channel.Id);
        places.Put(channel, guild, now, into);
        ConsiderOld(channel, guild, !couldRead, now, into);
    }

    private void Remove(ChannelState channel, DateTimeOffset now, List<QueuedEvent> into)
    {
        foreach (var thread in directory.ChannelsOf(channel.Guild).Where(other => other.Parent == channel.Id))
        {
            places.Remove(thread, now, into);
        }

        places.Remove(channel, now, into);
    }

    /// <summary>A thread was renamed, archived, or taken up again; what was archived is not known.</summary>
    private void Turn(Channel thread, Snowflake guild, DateTimeOffset now, List<QueuedEvent> into)
    {
        var known = directory.Channel(thread.Id);
        if (thread.ThreadMetadata?.Archived != true)
        {
            places.Put(thread, guild, now, into);
            ConsiderOld(thread, guild, isOld: known is null, now, into);
        }
        else
        {
            var state = ChannelState.Of(thread, guild);
            if (state.IsPublicThread && known?.IsSameAs(state) != true)
            {
                places.See(state, now, into); // Moderators lock what they archive, and authors say that it is solved.
            }

            if (known is not null)
            {
                places.Archive(known, into);
            }
        }
    }

    /// <summary>The active threads of some channels, or of all, in place of what was known of them.</summary>
    private void Sync(ThreadListSyncEvent sync, DateTimeOffset now, List<QueuedEvent> into)
    {
        var known = directory.ChannelsOf(sync.GuildId).Where(thread => thread.Parent is { } parent && sync.ChannelIds?.Contains(parent) != false);
        foreach (var gone in known.ExceptBy(sync.Threads.Select(thread => thread.Id), thread => thread.Id).ToList())
        {
            places.Miss(gone, sync.GuildId, now, into);
        }

        foreach (var thread in sync.Threads)
        {
            places.Put(thread, sync.GuildId, now, into);
            places.Consider(thread, sync.GuildId, now, into);
        }
    }

    private void ConsiderOld(Channel channel, Snowflake guild, bool isOld, DateTimeOffset now, List<QueuedEvent> into)
    {
        if (isOld)
        {
            places.Consider(channel, guild, now, into);
        }
    }

    private void BotRoles(GuildMemberUpdateEvent changed, DateTimeOffset now, List<QueuedEvent> into)
    {
        if (places.IsBot(changed.User.Id) && directory.Guild(changed.GuildId) is { } guild && !guild.BotRoles.SequenceEqual(changed.Roles))
        {
            places.Change(guild with { BotRoles = changed.Roles }, now, into);
        }
    }
}
