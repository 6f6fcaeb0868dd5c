namespace EngageBot.Slack;

/// <summary>How much Slack takes; more would be refused. Lengths count UTF-16 units, which is never less than what Slack counts.</summary>
public static class SlackLimits
{
    /// <summary>Characters of a message: Slack cuts what is longer. https://docs.slack.dev/reference/methods/chat.postMessage#truncating</summary>
    public const int Text = 40_000;

    public const int BlocksPerMessage = 50;

    public const int BlocksPerView = 100;

    /// <summary>Characters of a text in a block. https://docs.slack.dev/reference/block-kit/blocks/section-block</summary>
    public const int BlockText = 3_000;

    public const int SectionFields = 10;

    public const int SectionField = 2_000;

    public const int Header = 150;

    public const int ContextElements = 10;

    public const int ActionsElements = 25;

    public const int Label = 2_000;

    public const int AltText = 2_000;

    public const int Url = 3_000;

    /// <summary>Ids the app gives: of blocks, actions, views. https://docs.slack.dev/reference/block-kit/block-elements/button-element</summary>
    public const int Id = 255;

    public const int ButtonText = 75;

    public const int ButtonValue = 2_000;

    public const int Placeholder = 150;

    /// <summary>Options of a menu. https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element</summary>
    public const int SelectOptions = 100;

    public const int OverflowOptions = 5;

    /// <summary>Boxes to tick, or one to choose.</summary>
    public const int BoxOptions = 10;

    public const int OptionText = 75;

    public const int OptionValue = 150;

    public const int TextInput = 3_000;

    public const int ConfirmTitle = 100;

    public const int ConfirmText = 300;

    public const int ConfirmButton = 30;

    /// <summary>Title and buttons of a form. https://docs.slack.dev/reference/views/modal-views</summary>
    public const int ViewTitle = 24;

    public const int PrivateMetadata = 3_000;

    /// <summary>Objects of a page, where Slack asks for no fewer. https://docs.slack.dev/apis/web-api/pagination</summary>
    public const int Page = 1_000;

    /// <summary>Users of a conversation that is opened.</summary>
    public const int ConversationUsers = 8;
}
