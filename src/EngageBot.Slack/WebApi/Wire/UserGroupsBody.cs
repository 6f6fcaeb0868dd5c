using System.Text.Json.Serialization;
using EngageBot.Slack.Models;

namespace EngageBot.Slack.WebApi.Wire;

internal sealed class UserGroupsBody
{
    /// <summary>One word on the wire.</summary>
    [JsonPropertyName("usergroups")]
    public IReadOnlyList<UserGroup> UserGroups { get; set => field = value ?? []; } = [];
}
