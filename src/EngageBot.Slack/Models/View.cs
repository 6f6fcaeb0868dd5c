using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models;

/// <summary>A form or home as Slack shows it. <see href="https://docs.slack.dev/reference/views"/>.</summary>
public sealed record View
{
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary><c>modal</c> or <c>home</c>.</summary>
    public string? Type { get; set; }

    public string? TeamId { get; set; }

    public string? CallbackId { get; set; }

    public string? ExternalId { get; set; }

    /// <summary>What the app gave along, at most 3,000 characters.</summary>
    public string PrivateMetadata { get; set => field = value ?? ""; } = "";

    public ViewState State { get; set => field = value ?? new(); } = new();

    /// <summary>Changes with each update: an update that names an older one is refused.</summary>
    public string? Hash { get; set; }

    public string? RootViewId { get; set; }

    public string? PreviousViewId { get; set; }
}
