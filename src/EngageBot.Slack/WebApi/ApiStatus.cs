namespace EngageBot.Slack.WebApi;

/// <summary>The beginning of every answer. <see href="https://docs.slack.dev/apis/web-api#responses"/>.</summary>
internal sealed record ApiStatus
{
    public bool Ok { get; set; }

    public string? Error { get; set; }

    public string? Needed { get; set; }

    public string? Provided { get; set; }

    public ResponseMetadata? ResponseMetadata { get; set; }
}
