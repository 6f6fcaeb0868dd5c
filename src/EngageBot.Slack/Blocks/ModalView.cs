namespace EngageBot.Slack.Blocks;

/// <summary>A form. <see href="https://docs.slack.dev/surfaces/modals"/>.</summary>
public sealed record ModalView : ViewProperties
{
    /// <summary>At most 24 characters, like <see cref="Submit"/> and <see cref="Close"/>.</summary>
    public required PlainText Title { get; init; }

    /// <summary>Needed where the form has fields.</summary>
    public PlainText? Submit { get; init; }

    public PlainText? Close { get; init; }

    /// <summary>The app is told when the form is closed.</summary>
    public bool NotifyOnClose { get; init; }

    /// <summary>Closing it closes those below too.</summary>
    public bool ClearOnClose { get; init; }
}
