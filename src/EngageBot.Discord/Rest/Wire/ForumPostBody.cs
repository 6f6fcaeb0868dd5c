using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest.Wire;

internal sealed record ForumPostBody(string Name, MessageBody Message)
{
    public IReadOnlyList<Snowflake>? AppliedTags { get; init; }

    public int? AutoArchiveDuration { get; init; }

    public int? RateLimitPerUser { get; init; }
}
