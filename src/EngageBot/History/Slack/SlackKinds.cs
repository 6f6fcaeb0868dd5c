namespace EngageBot.History.Slack;

/// <summary>What the subtypes of Slack's messages mean, in an export and live.</summary>
public static class SlackKinds
{
    public static SlackKind Of(string? subtype) => subtype switch
    {
        null or "file_share" or "file_comment" or "me_message" or "thread_broadcast" or "reply_broadcast" => SlackKind.Person,
        "bot_message" or "slackbot_response" => SlackKind.Bot,
        "message_changed" => SlackKind.Changed,
        "message_deleted" => SlackKind.Deleted,
        "tombstone" => SlackKind.Tombstone,
        "message_replied" => SlackKind.Nothing,

        // Joins, topics, pins, calls, and whatever Slack thinks of next.
        _ => SlackKind.System,
    };

    public static bool IsBroadcast(string? subtype) => subtype is "thread_broadcast" or "reply_broadcast";
}
