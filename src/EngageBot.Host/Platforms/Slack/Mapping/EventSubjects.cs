using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;

namespace EngageBot.Host.Platforms.Slack.Mapping;

/// <summary>Of what channel and of which users an event is, before anything is made of it.</summary>
internal static class EventSubjects
{
    /// <summary>Null where the event is of no channel of the community: also of conversations of a few, in which the bot may be.</summary>
    public static string? Channel(SlackEvent happened) => happened switch
    {
        MessageEvent { Message: { Channel: { } channel } message } when message.ChannelType is null or ChannelType.Channel or ChannelType.Group => OfCommunity(channel),
        ReactionAddedEvent { Item: { Type: "message", Channel: { } channel } } => OfCommunity(channel),
        ReactionRemovedEvent { Item: { Type: "message", Channel: { } channel } } => OfCommunity(channel),
        MemberJoinedChannelEvent joined => OfCommunity(joined.Channel),
        ChannelUnarchiveEvent back => OfCommunity(back.Channel),
        _ => null,
    };

    /// <summary>After it others can read the channel than before.</summary>
    public static bool ChangesVisibility(SlackEvent happened) => happened is MessageEvent { Message.Subtype: MessageSubtype.ChannelConvertToPrivate };

    public static IEnumerable<string> Users(SlackEvent happened) => happened switch
    {
        MessageEvent { Message: { ChannelType: ChannelType.Im or ChannelType.Mpim, User: { Length: > 0 } user } } => [user], // What he wrote is not read.
        MessageEvent { Message: var message } => Users(message),
        ReactionAddedEvent reaction => [reaction.User],
        MemberJoinedChannelEvent joined => [joined.User],
        AppHomeOpenedEvent opened => [opened.User],
        SubteamMembersChangedEvent changed => changed.AddedUsers,
        SubteamUpdatedEvent { Subteam: { DateDelete: 0, Users: { } users } } => users,
        _ => [],
    };

    /// <summary>Who wrote a message, and whom it mentions.</summary>
    public static IEnumerable<string> Users(Message message) =>
        message.Changed is not null || message.PreviousMessage is not null ? []
        : message.User is { Length: > 0 } user ? [user, .. SlackMapper.MentionsOf(message.Text)] : SlackMapper.MentionsOf(message.Text);

    /// <summary>Conversations of two have ids of their own kind.</summary>
    private static string? OfCommunity(string channel) => channel.StartsWith('D') ? null : channel;
}
