using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models;

/// <summary>A file. <see href="https://docs.slack.dev/reference/objects/file-object"/>.</summary>
public sealed record SlackFile
{
    [JsonRequired]
    public string Id { get; set; } = "";

    public string? Name { get; set; }

    public string? Title { get; set; }

    public string? Mimetype { get; set; }

    public string? Filetype { get; set; }

    public long Size { get; set; }

    /// <summary>What stands in for the file where it may not be seen, such as <c>tombstone</c> or <c>hidden_by_limit</c>.</summary>
    public string? Mode { get; set; }
}
