namespace EngageBot.Discord.Models;

/// <summary>
/// What the application was granted; the <c>Limited</c> ones are those of bots in fewer guilds than need a review.
/// <see href="https://discord.com/developers/docs/resources/application#application-object-application-flags"/>.
/// </summary>
[Flags]
public enum ApplicationFlags
{
    None = 0,
    AutoModerationRuleCreateBadge = 1 << 6,
    GatewayPresence = 1 << 12,
    GatewayPresenceLimited = 1 << 13,
    GatewayGuildMembers = 1 << 14,
    GatewayGuildMembersLimited = 1 << 15,
    VerificationPendingGuildLimit = 1 << 16,
    Embedded = 1 << 17,
    GatewayMessageContent = 1 << 18,
    GatewayMessageContentLimited = 1 << 19,
    ApplicationCommandBadge = 1 << 23,
}
