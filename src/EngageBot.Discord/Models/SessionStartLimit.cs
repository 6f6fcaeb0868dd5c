namespace EngageBot.Discord.Models;

/// <summary>
/// How many sessions the bot may still start. <see href="https://discord.com/developers/docs/events/gateway#session-start-limit-object"/>.
/// </summary>
public sealed record SessionStartLimit
{
    public int Total { get; set; }

    public int Remaining { get; set; }

    /// <summary>Milliseconds until <see cref="Remaining"/> is <see cref="Total"/> again.</summary>
    public long ResetAfter { get; set; }

    /// <summary>Identifies allowed in five seconds.</summary>
    public int MaxConcurrency { get; set; } = 1;
}
