namespace EngageBot.Chat;

/// <summary>A button under a message of the bot.</summary>
/// <param name="Label">At most 75 characters: Slack takes no more.</param>
public sealed record MessageButton(ButtonId Id, string Label)
{
    /// <summary>The one that most people will want.</summary>
    public bool IsMain { get; init; }
}
