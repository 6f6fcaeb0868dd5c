using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.Reading;

/// <summary>A channel or thread has messages that never came: those after its mark, up to and with one.</summary>
internal sealed record ReadGap(Snowflake Channel, Snowflake Guild, Snowflake UpTo)
{
    /// <summary>It is a thread that is archived: when it is read up, nothing is kept of it.</summary>
    public bool IsArchived { get; init; }
}
