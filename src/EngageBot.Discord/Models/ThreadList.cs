namespace EngageBot.Discord.Models;

/// <summary>
/// Threads, and the bot's own membership of them.
/// <see href="https://discord.com/developers/docs/resources/channel#list-public-archived-threads-response-body"/>.
/// </summary>
public sealed record ThreadList
{
    public IReadOnlyList<Channel> Threads { get; set; } = [];

    public IReadOnlyList<ThreadMember> Members { get; set; } = [];

    /// <summary>Whether older ones can be asked for.</summary>
    public bool HasMore { get; set; }
}
