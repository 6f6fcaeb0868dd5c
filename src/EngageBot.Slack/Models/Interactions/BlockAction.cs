using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Interactions;

/// <summary>What was clicked or chosen; each sort of element uses its own few of these.</summary>
public sealed record BlockAction
{
    /// <summary>The element's type: <c>button</c>, <c>static_select</c>, <c>overflow</c> and the like.</summary>
    public string? Type { get; set; }

    [JsonRequired]
    public string ActionId { get; set; } = "";

    public string? BlockId { get; set; }

    [JsonConverter(typeof(LooseTimestampConverter))]
    public Timestamp? ActionTs { get; set; }

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
