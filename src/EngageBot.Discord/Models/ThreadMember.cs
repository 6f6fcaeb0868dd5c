namespace EngageBot.Discord.Models;

/// <summary>
/// Who is in a thread; the ids are left out inside a GUILD_CREATE. <see href="https://discord.com/developers/docs/resources/channel#thread-member-object"/>.
/// </summary>
public sealed record ThreadMember
{
    /// <summary>The thread.</summary>
    public Snowflake? Id { get; set; }

    public Snowflake? UserId { get; set; }

    public DateTimeOffset? JoinTimestamp { get; set; }
}
