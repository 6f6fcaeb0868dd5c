using EngageBot.Chat;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord.State;

namespace EngageBot.Host.Platforms.Discord.Mapping;

/// <summary>
/// Makes the product's events of Discord's messages. The only place where both vocabularies meet; it takes a message as the reader of exports takes it, so that
/// it is the same message whichever way it comes.
/// </summary>
internal static class DiscordMapper
{
    private const Permissions OfTheTeam =
        Permissions.Administrator | Permissions.ManageGuild | Permissions.ManageMessages | Permissions.ModerateMembers | Permissions.KickMembers | Permissions.BanMembers;

    private const int MostMentions = 100;

    /// <param name="channel">Where the message was written.</param>
    public static MessageCreated Created(Message message, ChannelState channel) => new(channel.Community, message.Timestamp)
    {
        Channel = channel.Channel,
        Id = IdOf(message.Id),
        Author = MemberOf(channel, message.Author.Id),
        Text = ChatText.Clean(message.Content),
        ReplyTo = IsReply(message) ? IdOf(message.MessageReference!.MessageId!.Value) : null,
        Thread = channel.Thread ?? (message.Thread is not null || message.Flags.HasFlag(MessageFlags.HasThread) ? IdOf(message.Id) : null),
        Mentions = message.Mentions.Count == 0 ? [] : Mentions(message, channel),
        Traits = Traits(message),
    };

    /// <summary>
    /// None where its author did not change its text: an update also comes for a link's preview, a thread, a pin. What bots and the platform wrote is no post,
    /// however often it changes.
    /// </summary>
    public static MessageEdited? Edited(MessageUpdateEvent update, ChannelState channel)
    {
        var isByPerson = update.WebhookId is null && update.Author is not { Bot: true } && update.Type is null or MessageType.Default or MessageType.Reply;
        return update is { Content: { } content, EditedTimestamp: { } at } && isByPerson
            ? new MessageEdited(channel.Community, at, channel.Channel) { Id = IdOf(update.Id), Text = ChatText.Clean(content) }
            : null;
    }

    public static MessageDeleted Deleted(Snowflake message, ChannelState channel, DateTimeOffset now) =>
        new(channel.Community, now, channel.Channel) { Id = IdOf(message) };

    /// <summary>None where the emoji has no name any more.</summary>
    public static ReactionAdded? Reacted(MessageReactionAddEvent reaction, ChannelState channel, DateTimeOffset now) =>
        reaction.Emoji.Name is not { Length: > 0 } emoji ? null : new ReactionAdded(channel.Community, now, channel.Channel)
        {
            Message = IdOf(reaction.MessageId),
            Member = MemberOf(channel, reaction.UserId),
            Emoji = ChatText.Clean(emoji),
        };

    /// <summary>None where nothing was taken back, or the emoji has no name any more.</summary>
    public static ReactionRemoved? TakenBack(GatewayEvent happened, ChannelState channel, DateTimeOffset now) => happened switch
    {
        MessageReactionRemoveEvent { Emoji.Name: { Length: > 0 } emoji } one =>
            TakenBack(one.MessageId, channel, now) with { Member = MemberOf(channel, one.UserId), Emoji = ChatText.Clean(emoji) },
        MessageReactionRemoveEmojiEvent { Emoji.Name: { Length: > 0 } emoji } some => TakenBack(some.MessageId, channel, now) with { Emoji = ChatText.Clean(emoji) },
        MessageReactionRemoveAllEvent all => TakenBack(all.MessageId, channel, now),
        _ => null,
    };

    public static ChannelSeen Seen(GuildState? guild, ChannelState channel, ChannelState? permissionsOf, DateTimeOffset now)
    {
        var (visibility, readers) = DiscordVisibility.Of(guild, channel, permissionsOf);
        return new ChannelSeen(channel.Community, now, channel.Channel)
        {
            Name = channel.Name ?? channel.Id.ToString(),
            Visibility = visibility,
            Readers = [.. readers.Select(reader => MemberOf(channel, reader))],
        };
    }

    /// <param name="thread">One whose messages are its channel's.</param>
    /// <param name="forum">Its channel, which knows the names of its tags; null where it is not known.</param>
    /// <param name="needsAnswer">The name of the tag by which the bot says that a post waits.</param>
    public static ThreadSeen Seen(ChannelState thread, ChannelState? forum, string needsAnswer, DateTimeOffset now)
    {
        IReadOnlyList<string> tags = [.. (forum?.Offers ?? []).Where(tag => thread.Tags.Contains(tag.Id)).Select(tag => tag.Name)];
        return new ThreadSeen(thread.Community, now, thread.Channel)
        {
            Thread = IdOf(thread.Id),
            IsLocked = thread.IsLocked,
            Tags = tags,
            NeedsAnswer = tags.Contains(needsAnswer, StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>A member by the name that others see.</summary>
    public static MemberSeen Seen(CommunityId community, User user, Member? member, bool isBot, DateTimeOffset at) => new(community, at, new MemberId(community, user.Id.ToString()))
    {
        Name = ChatText.Clean(FirstFilled(member?.Nick, user.GlobalName, user.Username) ?? user.Id.ToString()),
        IsBot = isBot,
        JoinedAt = member?.JoinedAt,
        Standing = StandingOf(member),
    };

    /// <summary>None without what is told of a member: a message that is read up, or a mention of somebody who is gone.</summary>
    public static MemberStanding? StandingOf(Member? member) => member is null ? null : new MemberStanding(member.Pending, member.CommunicationDisabledUntil);

    public static MemberLeft Left(Snowflake guild, Snowflake user, DateTimeOffset now)
    {
        var community = new CommunityId(Platform.Discord, guild.ToString());
        return new MemberLeft(community, now, new MemberId(community, user.ToString()));
    }

    /// <summary>What a member's roles are known by: their ids and their names.</summary>
    public static IReadOnlyList<string> RolesOf(Member member, GuildState? guild) =>
        [.. member.Roles.Select(role => role.ToString()), .. (guild?.Roles ?? []).Where(role => role.Name is not null && member.Roles.Contains(role.Id)).Select(role => role.Name!)];

    /// <summary>Whether a member looks after the guild: he owns it, or one of his roles lets him do to others what members may not. Null where the guild's roles are not known.</summary>
    public static bool? IsTeam(Snowflake user, Member member, GuildState? guild) => guild is not { Roles.Count: > 0 } ? null
        : guild.Owner == user || guild.Roles.Any(role => role.Id != guild.Id && member.Roles.Contains(role.Id) && (role.Permissions & OfTheTeam) != Permissions.None);

    public static MessageId IdOf(Snowflake id) => new((long)id.Value);

    public static Snowflake SnowflakeOf(MessageId id) => new((ulong)id.Number);

    /// <summary>Written by no person: a bot, a webhook, or the answer to a command.</summary>
    public static bool IsByBot(Message message) => message.Author.Bot || message.WebhookId is not null || IsCommand(message.Type);

    private static MemberId MemberOf(ChannelState channel, Snowflake user) => new(channel.Community, user.ToString());

    /// <summary>Forwards, crossposts, pins and thread starters point to a message as well, and answer nobody.</summary>
    private static bool IsReply(Message message) =>
        message.Type == MessageType.Reply
        && message.MessageReference is { MessageId: not null, Type: MessageReferenceType.Default } reference
        && (reference.ChannelId is null || reference.ChannelId == message.ChannelId);

    private static ReactionRemoved TakenBack(Snowflake message, ChannelState channel, DateTimeOffset now) =>
        new(channel.Community, now, channel.Channel) { Message = IdOf(message) };

    private static bool IsCommand(MessageType type) => type is MessageType.ChatInputCommand or MessageType.ContextMenuCommand;

    private static MessageTraits Traits(Message message)
    {
        var isSystem = message.Type is not (MessageType.Default or MessageType.Reply) && !IsCommand(message.Type);
        return (IsByBot(message) ? MessageTraits.Bot : MessageTraits.None)
            | (message.WebhookId is not null && !IsCommand(message.Type) ? MessageTraits.Webhook : MessageTraits.None)
            | (isSystem ? MessageTraits.System : MessageTraits.None)
            | (message.EditedTimestamp is not null ? MessageTraits.Edited : MessageTraits.None)
            | (message.Attachments.Count > 0 ? MessageTraits.HasAttachments : MessageTraits.None)
            | (message.MessageReference?.Type == MessageReferenceType.Forward ? MessageTraits.Forwarded : MessageTraits.None);
    }

    /// <summary>Discord lists them in no order: whom the text begins with comes first.</summary>
    private static IReadOnlyList<MemberId> Mentions(Message message, ChannelState channel)
    {
        var text = message.Content.AsSpan().TrimStart();
        var addressed = text.StartsWith("<@") ? message.Mentions.FirstOrDefault(user => Begins(message.Content, user.Id))?.Id : null;
        return [.. message.Mentions.Take(MostMentions).OrderBy(user => user.Id == addressed ? 0 : 1).Select(user => MemberOf(channel, user.Id))];
    }

    private static bool Begins(string text, Snowflake user)
    {
        var start = text.AsSpan().TrimStart()[2..];
        start = start.StartsWith("!") ? start[1..] : start;
        var id = user.ToString();
        return start.StartsWith(id) && start.Length > id.Length && start[id.Length] == '>';
    }

    private static string? FirstFilled(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (!string.IsNullOrWhiteSpace(name))
            {
                return name;
            }
        }

        return null;
    }
}
