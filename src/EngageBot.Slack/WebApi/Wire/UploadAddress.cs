using System.Text.Json.Serialization;

namespace EngageBot.Slack.WebApi.Wire;

internal sealed class UploadAddress
{
    [JsonRequired]
    public string UploadUrl { get; set; } = "";

    [JsonRequired]
    public string FileId { get; set; } = "";
}
