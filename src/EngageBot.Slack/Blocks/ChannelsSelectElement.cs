namespace EngageBot.Slack.Blocks;

/// <summary>A menu of the public channels. <see href="https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#channels_select"/>.</summary>
public sealed record ChannelsSelectElement(string ActionId) : PromptedElement(ActionId)
{
    public string? InitialChannel { get; init; }
}
