namespace EngageBot.Slack.Models;

/// <summary>A block of a message that was read: what it is. Its text stands in the message's own text too, unless an app left that empty.</summary>
public sealed record MessageBlock
{
    public string Type { get; set => field = value ?? ""; } = "";

    public string? BlockId { get; set; }
}
