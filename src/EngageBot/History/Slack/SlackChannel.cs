using EngageBot.Chat;

namespace EngageBot.History.Slack;

/// <summary>A channel whose messages may be read.</summary>
internal sealed record SlackChannel(string Id, string Name)
{
    public ChannelVisibility Visibility { get; init; }

    public IReadOnlyList<MemberId> Readers { get; init; } = [];
}
