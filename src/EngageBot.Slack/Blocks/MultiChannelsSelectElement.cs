namespace EngageBot.Slack.Blocks;

/// <summary>A menu of the public channels of which several may be chosen. <see href="https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#channel_multi_select"/>.</summary>
public sealed record MultiChannelsSelectElement(string ActionId) : PromptedElement(ActionId)
{
    public IReadOnlyList<string>? InitialChannels { get; init; }

    public int? MaxSelectedItems { get; init; }
}
