namespace EngageBot.Slack.Models;

/// <summary>Sorts of message; Slack has and makes more. <see href="https://docs.slack.dev/reference/events/message#subtypes"/>.</summary>
public static class MessageSubtype
{
    /// <summary>Somebody wrote about themselves (<c>/me</c>).</summary>
    public const string MeMessage = "me_message";

    /// <summary>An app or webhook wrote.</summary>
    public const string BotMessage = "bot_message";

    /// <summary>Somebody wrote and attached files.</summary>
    public const string FileShare = "file_share";

    /// <summary>A reply that is shown in the channel as well.</summary>
    public const string ThreadBroadcast = "thread_broadcast";

    public const string MessageChanged = "message_changed";

    public const string MessageDeleted = "message_deleted";

    /// <summary>A message got a reply; the reply comes by itself too.</summary>
    public const string MessageReplied = "message_replied";

    /// <summary>What is left of a deleted message on which a thread hangs.</summary>
    public const string Tombstone = "tombstone";

    public const string ChannelJoin = "channel_join";

    public const string ChannelLeave = "channel_leave";

    public const string ChannelName = "channel_name";

    public const string ChannelTopic = "channel_topic";

    public const string ChannelPurpose = "channel_purpose";

    public const string ChannelArchive = "channel_archive";

    public const string ChannelUnarchive = "channel_unarchive";

    public const string ChannelConvertToPrivate = "channel_convert_to_private";

    public const string GroupJoin = "group_join";

    public const string GroupLeave = "group_leave";

    public const string BotAdd = "bot_add";

    public const string BotRemove = "bot_remove";

    public const string PinnedItem = "pinned_item";

    public const string ReminderAdd = "reminder_add";
}
