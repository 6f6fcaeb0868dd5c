namespace EngageBot.Discord.Rest;

/// <summary>Whose limit it was. <see href="https://discord.com/developers/docs/topics/rate-limits#header-format"/>.</summary>
public enum RateLimitScope
{
    /// <summary>The bot's, for this sort of call.</summary>
    User,

    /// <summary>The bot's, for all calls.</summary>
    Global,

    /// <summary>Of the channel or guild, whoever calls.</summary>
    Shared,

    /// <summary>The client's own: too many calls were refused lately, and Discord would ban this address.</summary>
    InvalidRequests,
}
