namespace EngageBot.Slack.Blocks;

/// <summary>A menu of all conversations the user is in. <see href="https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#conversations_select"/>.</summary>
public sealed record ConversationsSelectElement(string ActionId) : PromptedElement(ActionId)
{
    public string? InitialConversation { get; init; }

    public bool? DefaultToCurrentConversation { get; init; }
}
