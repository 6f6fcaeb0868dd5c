namespace EngageBot.Slack.Models;

/// <summary>The topic or purpose of a channel.</summary>
public sealed record ConversationText
{
    public string Value { get; set => field = value ?? ""; } = "";
}
