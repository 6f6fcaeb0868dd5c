using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Interactions;

/// <summary>A form was sent. <see href="https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload"/>.</summary>
public sealed record ViewSubmission : Interaction
{
    [JsonRequired]
    public View View { get; set; } = new();

    /// <summary>Where to write, for each field of the form that asked for a channel and wants it.</summary>
    public IReadOnlyList<ViewResponseUrl> ResponseUrls { get; set => field = value ?? []; } = [];
}
