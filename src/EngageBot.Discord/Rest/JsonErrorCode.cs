namespace EngageBot.Discord.Rest;

/// <summary>
/// Why Discord refused a call, as far as a bot can do something about it; others keep their number.
/// <see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes"/>.
/// </summary>
public enum JsonErrorCode
{
    /// <summary>Discord gave no code: a plain 403, 404 or 405.</summary>
    General = 0,
    UnknownApplication = 10002,

    /// <summary>The channel or thread is gone, or the bot was never shown it.</summary>
    UnknownChannel = 10003,
    UnknownGuild = 10004,
    UnknownMember = 10007,

    /// <summary>The message was deleted.</summary>
    UnknownMessage = 10008,
    UnknownUser = 10013,
    UnknownEmoji = 10014,
    UnknownWebhook = 10015,

    /// <summary>The interaction's three seconds, or its fifteen minutes, are over.</summary>
    UnknownInteraction = 10062,
    UnknownApplicationCommand = 10063,

    /// <summary>The channel is in slow mode.</summary>
    SlowModeRateLimit = 20016,

    /// <summary>The message has as many different reactions as it can hold (20).</summary>
    MaximumReactions = 30010,
    MaximumChannels = 30013,

    /// <summary>The thread has as many members as it can hold (1,000).</summary>
    MaximumThreadParticipants = 30033,

    /// <summary>A message more than an hour old was edited too often.</summary>
    MaximumEditsOfOldMessages = 30046,

    /// <summary>The channel has as many tags as it can hold (20).</summary>
    MaximumForumTags = 30048,
    Unauthorized = 40001,

    /// <summary>Direct messages are being opened too fast.</summary>
    OpeningDirectMessagesTooFast = 40003,
    RequestEntityTooLarge = 40005,

    /// <summary>The interaction has been answered already.</summary>
    InteractionAlreadyAcknowledged = 40060,

    /// <summary>A forum asks for a tag on every post.</summary>
    TagRequired = 40067,

    /// <summary>The bot may not see the channel or guild.</summary>
    MissingAccess = 50001,
    CannotExecuteInDirectMessage = 50003,
    CannotEditOthersMessage = 50005,
    CannotSendEmptyMessage = 50006,

    /// <summary>The user takes no direct messages from the bot.</summary>
    CannotSendMessagesToUser = 50007,
    CannotSendMessagesInChannel = 50008,

    /// <summary>The bot may see the channel, but not do this in it.</summary>
    MissingPermissions = 50013,
    InvalidAuthenticationToken = 50014,
    InvalidActionOnSystemMessage = 50021,
    CannotExecuteInChannelType = 50024,
    InvalidWebhookToken = 50027,

    /// <summary>What was sent does not have the form Discord expects: a fault of the program.</summary>
    InvalidFormBody = 50035,

    /// <summary>The thread is archived: unarchive it first.</summary>
    ThreadArchived = 50083,

    /// <summary>Neither the bot nor a server it shares with the user allows a direct message.</summary>
    NoMutualGuilds = 50278,

    /// <summary>The emoji cannot be used here.</summary>
    ReactionBlocked = 90001,
    ApiOverloaded = 130000,

    /// <summary>The message has a thread already; it has the message's id.</summary>
    ThreadAlreadyCreated = 160004,
    ThreadLocked = 160005,
    MaximumActiveThreads = 160006,

    /// <summary>An automatic moderation rule of the guild stopped the message.</summary>
    BlockedByAutoModeration = 200000,
    TitleBlockedByAutoModeration = 200001,
}
