namespace EngageBot.Slack.Models.Interactions;

/// <summary>Where to write, by a channel chosen in a form.</summary>
public sealed record ViewResponseUrl
{
    public string? BlockId { get; set; }

    public string? ActionId { get; set; }

    public string? ChannelId { get; set; }

    public ResponseUrl? ResponseUrl { get; set; }
}
