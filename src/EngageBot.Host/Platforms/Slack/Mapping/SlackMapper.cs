using EngageBot.Chat;
using EngageBot.History.Slack;
using EngageBot.Host.Platforms.Slack.State;
using EngageBot.Slack;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;
using MessageEdited = EngageBot.Chat.MessageEdited;

namespace EngageBot.Host.Platforms.Slack.Mapping;

/// <summary>
/// Makes the product's events of Slack's messages. The only place where both vocabularies meet; it takes a message as the reader of exports takes it, so that it
/// is the same message whichever way it comes.
/// </summary>
internal static class SlackMapper
{
    /// <summary>Null where it is no message of its own, or nobody can tell whose it is.</summary>
    /// <param name="known">What is known of a user.</param>
    public static MessageCreated? Created(Message message, ChannelState channel, Func<string, UserState?> known)
    {
        var kind = SlackKinds.Of(message.Subtype);
        if (kind is not (SlackKind.Person or SlackKind.Bot or SlackKind.System) || message.IsEphemeral || AuthorOf(message) is not { } author || IdOf(message.Ts) is not { } id)
        {
            return null;
        }

        return new MessageCreated(channel.Community, message.Ts.ToDateTimeOffset())
        {
            Channel = channel.Channel,
            Id = id,
            Author = MemberOf(channel, author),
            Text = ChatText.Clean(SlackText.Unescape(message.Text)),
            Thread = message.ThreadTs is { } thread ? IdOf(thread) : null,
            Mentions = [.. MentionsOf(message.Text).Where(mentioned => mentioned != author).Select(mentioned => MemberOf(channel, mentioned))],
            Traits = TraitsOf(message, kind, known(author)),
        };
    }

    /// <summary>
    /// Null where its author did not change its text: a message also changes when a link gets its preview, or a thread its first reply. What bots and the
    /// platform wrote is no post, however often it changes.
    /// </summary>
    public static MessageEdited? Edited(Message change, ChannelState channel, Func<string, UserState?> known)
    {
        var isNew = change.Changed?.Edited is not null || (change.PreviousMessage is { } before && before.Text != change.Changed?.Text);
        return change.Changed is { } now && isNew ? Edited(now, channel, known, change.Ts.ToDateTimeOffset()) : null;
    }

    /// <summary>The text of a message as it was found later.</summary>
    public static MessageEdited? Edited(Message now, ChannelState channel, Func<string, UserState?> known, DateTimeOffset at) =>
        SlackKinds.Of(now.Subtype) == SlackKind.Person && AuthorOf(now) is { } author && !TraitsOf(now, SlackKind.Person, known(author)).HasFlag(MessageTraits.Bot) && IdOf(now.Ts) is { } id
            ? new MessageEdited(channel.Community, at, channel.Channel) { Id = id, Text = ChatText.Clean(SlackText.Unescape(now.Text)) }
            : null;

    /// <summary>Null where nothing is gone. A message with replies leaves a stone behind, which is a change.</summary>
    public static MessageDeleted? Deleted(Message change, ChannelState channel)
    {
        var gone = SlackKinds.Of(change.Subtype) switch
        {
            SlackKind.Deleted => change.DeletedTs ?? change.PreviousMessage?.Ts,
            SlackKind.Tombstone => change.Ts,
            SlackKind.Changed when SlackKinds.Of(change.Changed?.Subtype) == SlackKind.Tombstone => change.Changed?.Ts,
            _ => null,
        };
        return gone is { } ts && IdOf(ts) is { } id ? new MessageDeleted(channel.Community, change.Ts.ToDateTimeOffset(), channel.Channel) { Id = id } : null;
    }

    public static ReactionAdded? Reacted(ReactionAddedEvent reaction, ChannelState channel) =>
        reaction.Item.Ts is { } ts && IdOf(ts) is { } id
            ? new ReactionAdded(channel.Community, reaction.EventTs.ToDateTimeOffset(), channel.Channel)
            {
                Message = id,
                Member = MemberOf(channel, reaction.User),
                Emoji = ChatText.Clean(reaction.Reaction),
            }
            : null;

    public static ReactionRemoved? TakenBack(ReactionRemovedEvent reaction, ChannelState channel) =>
        reaction.Item.Ts is { } ts && IdOf(ts) is { } id
            ? new ReactionRemoved(channel.Community, reaction.EventTs.ToDateTimeOffset(), channel.Channel)
            {
                Message = id,
                Member = MemberOf(channel, reaction.User),
                Emoji = ChatText.Clean(reaction.Reaction),
            }
            : null;

    /// <summary>The reactions that a message has in the history, which does not say when they came.</summary>
    public static IEnumerable<ReactionAdded> Reactions(Message message, ChannelState channel)
    {
        if (IdOf(message.Ts) is not { } id)
        {
            return [];
        }

        return from reaction in message.Reactions
               from user in reaction.Users
               select new ReactionAdded(channel.Community, message.Ts.ToDateTimeOffset(), channel.Channel)
               {
                   Message = id,
                   Member = MemberOf(channel, user),
                   Emoji = ChatText.Clean(reaction.Name),
               };
    }

    /// <summary>A member by the name that others see.</summary>
    public static MemberSeen Seen(CommunityId community, string user, UserState state, DateTimeOffset at) =>
        new(community, at, new MemberId(community, user)) { Name = ChatText.Clean(state.Name), IsBot = state.IsBot, IsTeam = state.IsTeam, TimeZone = state.TimeZone, Standing = state.IsGone ? null : new MemberStanding() };

    public static MemberLeft? Left(CommunityId community, string user, UserState state, DateTimeOffset at) =>
        state.IsGone ? new MemberLeft(community, at, new MemberId(community, user)) : null;

    /// <summary>Null where no person wrote: the bot itself does too, and a message that is changed or taken away is none.</summary>
    /// <param name="bot">The bot's own user.</param>
    public static WrittenInPrivate? InPrivate(CommunityId community, Message message, string bot, Func<string, UserState?> known) =>
        message.ChannelType is ChannelType.Im or ChannelType.Mpim && SlackKinds.Of(message.Subtype) == SlackKind.Person
        && message is { BotId: null, IsEphemeral: false, Channel: { Length: > 0 } conversation, User: { Length: > 0 } user } && user != bot && known(user) is not { IsBot: true }
            ? new WrittenInPrivate(community, message.Ts.ToDateTimeOffset(), new MemberId(community, ChatText.Clean(user)), ChatText.Clean(conversation))
            : null;

    /// <summary>Whom a message names as its author: a user, else an app's face, else the name that an integration gave itself.</summary>
    public static string? AuthorOf(Message message) => Filled(message.User) ?? Filled(message.BotId) ?? Filled(message.Username);

    /// <summary>An author who is no user, as the message itself names it.</summary>
    public static UserState? FaceOf(Message message) =>
        Filled(message.User) is null && AuthorOf(message) is { } author ? new UserState(Filled(message.Username) ?? Filled(message.BotProfile?.Name) ?? author, IsBot: true) : null;

    /// <summary>The users that a text mentions, the first one first.</summary>
    public static IReadOnlyList<string> MentionsOf(string text)
    {
        List<string> mentioned = [];
        SlackText.AddMentions(text, mentioned);
        return mentioned;
    }

    public static MessageId? IdOf(Timestamp ts) => MessageId.TryParseSlackTs(ts.Value, out var id) ? id : null;

    public static Timestamp TimestampOf(MessageId id) => Timestamp.Parse(id.Spell(Platform.Slack));

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static MemberId MemberOf(ChannelState channel, string user) => new(channel.Community, ChatText.Clean(user));

    private static MessageTraits TraitsOf(Message message, SlackKind kind, UserState? author) =>
        (kind == SlackKind.System ? MessageTraits.System : MessageTraits.None)
        | (message.Edited is not null ? MessageTraits.Edited : MessageTraits.None)
        | (message.Files.Count > 0 ? MessageTraits.HasAttachments : MessageTraits.None)
        | (SlackKinds.IsBroadcast(message.Subtype) && message.ThreadTs is not null ? MessageTraits.ThreadBroadcast : MessageTraits.None)
        | By(message, kind, author);

    /// <summary>An integration may write in a person's name: that person stays one.</summary>
    private static MessageTraits By(Message message, SlackKind kind, UserState? author) => kind switch
    {
        SlackKind.Bot => MessageTraits.Bot,
        SlackKind.System => MessageTraits.None,
        _ when author is { IsBot: true } => MessageTraits.Bot,
        _ when message.BotId is not null => author is null ? MessageTraits.Bot : MessageTraits.Webhook,
        _ => MessageTraits.None,
    };
}
