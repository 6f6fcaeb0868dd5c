using EngageBot.Slack.Models.Interactions;

namespace EngageBot.Slack.Models;

/// <summary>What a field holds; each sort of element uses its own few of these.</summary>
public sealed record ViewStateValue
{
    public string? Type { get; set; }

    /// <summary>What was typed, or a button's value.</summary>
    public string? Value { get; set; }

    public ChosenOption? SelectedOption { get; set; }

    public IReadOnlyList<ChosenOption> SelectedOptions { get; set => field = value ?? []; } = [];

    public string? SelectedUser { get; set; }

    public string? SelectedChannel { get; set; }

    public string? SelectedConversation { get; set; }

    public IReadOnlyList<string> SelectedUsers { get; set => field = value ?? []; } = [];

    public IReadOnlyList<string> SelectedChannels { get; set => field = value ?? []; } = [];

    public IReadOnlyList<string> SelectedConversations { get; set => field = value ?? []; } = [];

    /// <summary>Hours and minutes, <c>HH:mm</c>.</summary>
    public string? SelectedTime { get; set; }
}
