using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Interactions;

/// <summary>Somebody types into a menu whose options come from the app. <see href="https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload"/>.</summary>
public sealed record BlockSuggestion : Interaction
{
    [JsonRequired]
    public string ActionId { get; set; } = "";

    public string? BlockId { get; set; }

    /// <summary>What was typed so far.</summary>
    public string Value { get; set => field = value ?? ""; } = "";

    /// <summary>The message it stands in; none in a view, and little of it where only one user sees it.</summary>
    public Message? Message { get; set; }

    /// <summary>The view it stands in.</summary>
    public View? View { get; set; }

    public InteractionChannel? Channel { get; set; }

    public InteractionContainer? Container { get; set; }
}
