using EngageBot.Chat;

namespace EngageBot.EndToEndTests.Many;

/// <summary>A community.</summary>
internal sealed record ManyTown(CommunityId Id)
{
    /// <summary>Somebody says something; what a link to it ends with.</summary>
    public required Func<string, Task<string>> Say { get; init; }

    /// <summary>What the bot said to moderators.</summary>
    public required Func<IReadOnlyList<string>> ToModerators { get; init; }

    /// <summary>The messages of which they are to hear.</summary>
    public List<string> Alarms { get; } = [];
}
