using System.Collections.Frozen;

namespace EngageBot.Slack.WebApi;

/// <summary>Slack's words for what went wrong. <see href="https://docs.slack.dev/apis/web-api#responses"/>.</summary>
public static class SlackError
{
    public const string MissingScope = "missing_scope";

    public const string NotAllowedTokenType = "not_allowed_token_type";

    /// <summary>The conversation is not there, or the app may not know of it.</summary>
    public const string ChannelNotFound = "channel_not_found";

    /// <summary>The app is not in the channel.</summary>
    public const string NotInChannel = "not_in_channel";

    public const string IsArchived = "is_archived";

    public const string MessageNotFound = "message_not_found";

    public const string ThreadNotFound = "thread_not_found";

    public const string UserNotFound = "user_not_found";

    /// <summary>The user takes no messages of this app.</summary>
    public const string CannotDmBot = "cannot_dm_bot";

    /// <summary>The account is closed.</summary>
    public const string UserDisabled = "user_disabled";

    /// <summary>The app may not know of the user.</summary>
    public const string UserNotVisible = "user_not_visible";

    /// <summary>The app takes no direct messages, and so sends none.</summary>
    public const string MessagesTabDisabled = "messages_tab_disabled";

    /// <summary>The user of an ephemeral message is not in the channel.</summary>
    public const string UserNotInChannel = "user_not_in_channel";

    /// <summary>Also said of a picture that was uploaded and is not ready to be shown.</summary>
    public const string InvalidBlocks = "invalid_blocks";

    public const string AlreadyReacted = "already_reacted";

    public const string NoReaction = "no_reaction";

    /// <summary>The three seconds of a trigger are over.</summary>
    public const string ExpiredTriggerId = "expired_trigger_id";

    /// <summary>The view was changed meanwhile.</summary>
    public const string HashConflict = "hash_conflict";

    /// <summary>The five answers or 30 minutes of a response url are used up.</summary>
    public const string ExpiredUrl = "expired_url";

    private static readonly FrozenSet<string> Token = FrozenSet.Create(
        StringComparer.Ordinal,
        "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", NotAllowedTokenType, "org_login_required", "two_factor_setup_required");

    private static readonly FrozenSet<string> Limits = FrozenSet.Create(StringComparer.Ordinal, "ratelimited", "rate_limited", "message_limit_exceeded");

    private static readonly FrozenSet<string> Faults = FrozenSet.Create(
        StringComparer.Ordinal, "internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org");

    /// <summary>The token does not do, and no other call with it will.</summary>
    public static bool IsAboutToken(string error) => Token.Contains(error);

    internal static bool IsRateLimit(string error) => Limits.Contains(error);

    /// <summary>It is Slack's own fault and may pass.</summary>
    internal static bool IsFault(string error) => Faults.Contains(error);
}
