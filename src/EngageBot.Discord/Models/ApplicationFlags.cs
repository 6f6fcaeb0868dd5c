namespace EngageBot.Discord.Models;

/// <summary>
/// What the application was granted; the <c>Limited</c> ones are those of bots in fewer guilds than need a review.
/// <see href="https://discord.com/developers/docs/resources/application#application-object-application-flags"/>.
/// </summary>
[Flags]
public enum ApplicationFlags : long
{
    None = 0,
    AutoModerationRuleCreateBadge = 1L << 6,
    GatewayPresence = 1L << 12,
    GatewayPresenceLimited = 1L << 13,
    GatewayGuildMembers = 1L << 14,
    GatewayGuildMembersLimited = 1L << 15,
    VerificationPendingGuildLimit = 1L << 16,
    Embedded = 1L << 17,
    GatewayMessageContent = 1L << 18,
    GatewayMessageContentLimited = 1L << 19,
    ApplicationCommandBadge = 1L << 23,
}
