using System.Collections.Immutable;
using EngageBot.Slack.Models;

namespace EngageBot.Host.Platforms.Slack.State;

/// <summary>What must be known of a user group.</summary>
internal sealed record GroupState(string Id)
{
    /// <summary>Its id, and what it is called.</summary>
    public required ImmutableArray<string> Names { get; init; }

    public ImmutableHashSet<string> Members { get; init; } = [];

    /// <param name="known">What was known of it before: who is in it, where that is not told now.</param>
    public static GroupState Of(UserGroup group, GroupState? known) => new(group.Id)
    {
        Names = [group.Id, .. new[] { group.Handle, group.Name }.OfType<string>().Where(name => !string.IsNullOrWhiteSpace(name)).Select(EngageBot.Chat.ChatText.Clean)],
        Members = group.Users is { } users ? [.. users] : known?.Members ?? [],
    };
}
