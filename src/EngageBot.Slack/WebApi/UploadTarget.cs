namespace EngageBot.Slack.WebApi;

/// <summary>Where uploaded files are shown. <see href="https://docs.slack.dev/reference/methods/files.completeUploadExternal"/>.</summary>
/// <param name="Channel">The channel's id.</param>
public sealed record UploadTarget(string Channel)
{
    public Timestamp? ThreadTs { get; init; }

    /// <summary>The text of the message they come with, in Slack's markup.</summary>
    public string? InitialComment { get; init; }
}
