using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Interactions;

/// <summary>A button was clicked, or something chosen, in a message or view. <see href="https://docs.slack.dev/reference/interaction-payloads/block_actions-payload"/>.</summary>
public sealed record BlockActions : Interaction
{
    [JsonRequired]
    public IReadOnlyList<BlockAction> Actions { get; set; } = [];

    /// <summary>The message it stands in; none in a view, and little of it where only one user sees it.</summary>
    public Message? Message { get; set; }

    /// <summary>The view it stands in.</summary>
    public View? View { get; set; }

    public InteractionChannel? Channel { get; set; }

    public InteractionContainer? Container { get; set; }

    public ResponseUrl? ResponseUrl { get; set; }

    /// <summary>What the fields of the message hold now.</summary>
    public ViewState? State { get; set; }
}
