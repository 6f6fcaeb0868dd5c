using EngageBot.Chat;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord.Reading;
using EngageBot.Host.Platforms.Discord.State;
using EngageBot.Pipeline;

namespace EngageBot.Host.Platforms.Discord.Mapping;

/// <summary>What messages and reactions become, live and read up: whom they are from, then what happened. Callers hold the directory's lock.</summary>
/// <param name="readsContent">Without the words of a message nobody knows that they changed.</param>
internal sealed class MessageTranslator(DiscordDirectory directory, ReadingState reading, bool readsContent)
{
    private readonly MembersTold _members = new();

    /// <summary>A message that comes live. While nothing is missing before it, its channel is known up to it.</summary>
    /// <param name="isWhole">The guild was told whole in this session.</param>
    public void Translate(Message message, ChannelState channel, bool isWhole, List<QueuedEvent> into)
    {
        var created = Translate(message, channel, into);
        if (isWhole && !reading.HasGap(channel.Id))
        {
            reading.MoveMark(channel.Id, message.Id);
            into.Add(new QueuedEvent(created) { Mark = MarkOf(channel, message.Id) });
            return;
        }

        into.Add(new QueuedEvent(created));
    }

    /// <summary>A message that is read up.</summary>
    public void TranslateMissed(Message message, ChannelState channel, List<QueuedEvent> into) => into.Add(new QueuedEvent(Translate(message, channel, into)));

    public static CompleteUpTo MarkOf(ChannelState channel, Snowflake message) => new(channel.Channel, DiscordMapper.IdOf(message)) { Thread = channel.Thread };

    public void Translate(MessageUpdateEvent update, ChannelState channel, List<QueuedEvent> into)
    {
        if (readsContent && DiscordMapper.Edited(update, channel) is { } edited)
        {
            into.Add(new QueuedEvent(edited));
        }
    }

    public void Translate(MessageReactionAddEvent reaction, ChannelState channel, DateTimeOffset now, List<QueuedEvent> into)
    {
        if (DiscordMapper.Reacted(reaction, channel, now) is { } reacted)
        {
            if (reaction.Member is { User: { } user } member)
            {
                Tell(_members.Meet(channel.Community, user, member, user.Bot, now), into);
            }

            into.Add(new QueuedEvent(reacted));
        }
    }

    public void Leave(Snowflake guild, Snowflake user, DateTimeOffset now, List<QueuedEvent> into)
    {
        var left = DiscordMapper.Left(guild, user, now);
        _members.Forget(left.Community, user);
        into.Add(new QueuedEvent(left));
    }

    public void Meet(Snowflake guild, User user, Member member, DateTimeOffset now, List<QueuedEvent> into) =>
        Tell(_members.Meet(new CommunityId(Platform.Discord, guild.ToString()), user, member, user.Bot, now), into);

    private MessageCreated Translate(Message message, ChannelState channel, List<QueuedEvent> into)
    {
        var at = message.Timestamp;

        // The face of a webhook is another with each message: the first one is kept.
        var member = message.WebhookId is null ? message.Member : null;
        var author = _members.Meet(channel.Community, message.Author, member, DiscordMapper.IsByBot(message), at);
        Tell(member is null ? author : author is null ? null : author with { Roles = DiscordMapper.RolesOf(member, directory.Guild(channel.Guild)), IsTeam = DiscordMapper.IsTeam(message.Author.Id, member, directory.Guild(channel.Guild)) }, into);
        foreach (var mention in message.Mentions)
        {
            Tell(_members.Meet(channel.Community, mention, at), into);
        }

        See(message, channel, into);
        return DiscordMapper.Created(message, channel);
    }

    private static void Tell(MemberSeen? member, List<QueuedEvent> into)
    {
        if (member is not null)
        {
            into.Add(new QueuedEvent(member));
        }
    }

    /// <summary>Who writes in a private channel or thread can read it.</summary>
    private void See(Message message, ChannelState channel, List<QueuedEvent> into)
    {
        if (channel.IsPublicThread || message.WebhookId is not null || channel.SeenReaders.Count >= ChannelState.MostSeenReaders || channel.SeenReaders.Contains(message.Author.Id))
        {
            return;
        }

        var (guild, permissionsOf) = (directory.Guild(channel.Guild), directory.PermissionsOf(channel));
        if (DiscordVisibility.Of(guild, channel, permissionsOf).Visibility == ChannelVisibility.Readers)
        {
            var seen = channel with { SeenReaders = [.. channel.SeenReaders, message.Author.Id] };
            directory.Put(seen);
            into.Add(new QueuedEvent(DiscordMapper.Seen(guild, seen, permissionsOf, message.Timestamp)) { Note = DiscordNotes.Of(seen) });
        }
    }
}
