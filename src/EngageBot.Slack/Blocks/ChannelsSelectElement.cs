namespace EngageBot.Slack.Blocks;

/// <summary>A menu of the public channels. <see href="https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#channels_select"/>.</summary>
public sealed record ChannelsSelectElement(string ActionId) : BlockElement(ActionId)
{
    /// <summary>At most 150 characters.</summary>
    public PlainText? Placeholder { get; init; }

    public string? InitialChannel { get; init; }
}
