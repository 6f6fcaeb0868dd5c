using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest.Wire;

/// <summary>A message as it is sent, new or changed, to a channel or a webhook.</summary>
internal sealed record MessageBody
{
    public string? Content { get; init; }

    /// <summary>Always sent: without it Discord would notify whomever the text names.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required AllowedMentions AllowedMentions { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    public IReadOnlyList<AttachmentBody>? Attachments { get; init; }

    public MessageFlags? Flags { get; init; }

    public MessageReference? MessageReference { get; init; }

    public string? Nonce { get; init; }

    public bool EnforceNonce { get; init; }
}
