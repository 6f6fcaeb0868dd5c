using EngageBot.Chat;
using EngageBot.Discord.Rest;

namespace EngageBot.Host.Platforms.Discord;

/// <summary>Why Discord refused something, in words that say what to do.</summary>
internal static class DiscordRefusals
{
    public static string InWords(JsonErrorCode code, string message) => code switch
    {
        JsonErrorCode.UnknownChannel => "the channel or thread is gone",
        JsonErrorCode.UnknownMessage => "the message is gone",
        JsonErrorCode.UnknownGuild => "the bot is not in this server any more",
        JsonErrorCode.UnknownMember or JsonErrorCode.UnknownUser => "the member has left",
        JsonErrorCode.MissingAccess => "the bot may not see the channel: give its role View Channel and Read Message History there",
        JsonErrorCode.MissingPermissions => "the bot lacks a permission in the channel: give its role what the invite link asks for, there as well",
        JsonErrorCode.CannotSendMessagesToUser or JsonErrorCode.NoMutualGuilds => "the member takes no direct messages from the bot",
        JsonErrorCode.CannotSendMessagesInChannel => "nobody can write in this channel",
        JsonErrorCode.OpeningDirectMessagesTooFast => "direct messages are being opened too fast",
        JsonErrorCode.SlowModeRateLimit => "the channel is in slow mode",
        JsonErrorCode.ThreadArchived => "the thread is archived",
        JsonErrorCode.ThreadLocked => "the thread is locked",
        JsonErrorCode.MaximumEditsOfOldMessages => "the message was changed too often",
        JsonErrorCode.BlockedByAutoModeration or JsonErrorCode.TitleBlockedByAutoModeration => "a rule of the server's automatic moderation stopped the message",
        _ => OneLine.Of(message, 200),
    };

    /// <summary>Somebody who manages the server can give what is missing.</summary>
    public static bool IsPermission(JsonErrorCode code) => code is JsonErrorCode.MissingAccess or JsonErrorCode.MissingPermissions;

    /// <summary>No direct message comes to the member from the bot, now or at all: Discord asks not to try again.</summary>
    public static bool IsUnreachable(JsonErrorCode code) => code is
        JsonErrorCode.CannotSendMessagesToUser or JsonErrorCode.NoMutualGuilds or JsonErrorCode.OpeningDirectMessagesTooFast or JsonErrorCode.UnknownUser;

    /// <summary>What it was about is not there any more.</summary>
    public static bool IsGone(JsonErrorCode code) => code is
        JsonErrorCode.UnknownChannel or JsonErrorCode.UnknownMessage or JsonErrorCode.UnknownGuild or JsonErrorCode.UnknownMember or JsonErrorCode.UnknownUser;
}
