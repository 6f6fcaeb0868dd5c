namespace EngageBot.Slack.Blocks;

/// <summary>A menu of the users. <see href="https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#users_select"/>.</summary>
public sealed record UsersSelectElement(string ActionId) : PromptedElement(ActionId)
{
    public string? InitialUser { get; init; }
}
