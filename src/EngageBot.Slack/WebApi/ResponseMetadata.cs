namespace EngageBot.Slack.WebApi;

/// <summary>Where the next page begins, or what was wrong with the arguments.</summary>
internal sealed record ResponseMetadata
{
    public string? NextCursor { get; set; }

    public IReadOnlyList<string>? Messages { get; set; }
}
