using EngageBot.Chat;
using EngageBot.Slack.WebApi;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>Why Slack refused something, in words that say what to do.</summary>
internal static class SlackRefusals
{
    public static string InWords(string error, string message) => error switch
    {
        SlackError.ChannelNotFound => "the channel is gone, or the bot was removed from it",
        SlackError.NotInChannel => "the bot is not in the channel: invite it there with /invite",
        SlackError.IsArchived => "the channel is archived",
        SlackError.MessageNotFound or SlackError.ThreadNotFound => "the message is gone",
        SlackError.UserNotFound => "the member has left",
        SlackError.UserDisabled => "the member's account is closed",
        SlackError.CannotDmBot or SlackError.UserNotVisible => "the member takes no direct messages from the bot",
        SlackError.MessagesTabDisabled => "the app has no messages tab: switch it on under App Home on api.slack.com/apps",
        "restricted_action" or "restricted_action_read_only_channel" or "restricted_action_thread_only_channel" or "restricted_action_non_threadable_channel" =>
            "the workspace's settings do not let the bot write there: let it post in the channel's posting permissions",
        _ => OneLine.Of(message, 200),
    };

    /// <summary>Somebody who manages the workspace can give what is missing.</summary>
    public static bool IsPermission(string error) =>
        error is SlackError.NotInChannel or SlackError.MissingScope || error.StartsWith("restricted_action", StringComparison.Ordinal);

    /// <summary>No direct message comes to the member from the bot.</summary>
    public static bool IsUnreachable(string error) => error is
        SlackError.UserNotFound or SlackError.UserDisabled or SlackError.UserNotVisible or SlackError.CannotDmBot or SlackError.MessagesTabDisabled;

    /// <summary>What it was about is not there any more.</summary>
    public static bool IsGone(string error) =>
        error is SlackError.ChannelNotFound or SlackError.MessageNotFound or SlackError.ThreadNotFound or SlackError.UserNotFound or SlackError.IsArchived;
}
