namespace EngageBot.Slack.WebApi.Wire;

internal sealed record CompleteUploadArguments(IReadOnlyList<UploadedFile> Files)
{
    public string? ChannelId { get; init; }

    public Timestamp? ThreadTs { get; init; }

    public string? InitialComment { get; init; }
}
