using System.Text.Json.Serialization;

namespace EngageBot.Slack.Blocks;

/// <summary>A part of a message or view, to be sent. <see href="https://docs.slack.dev/reference/block-kit/blocks"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SectionBlock), "section")]
[JsonDerivedType(typeof(ContextBlock), "context")]
[JsonDerivedType(typeof(ActionsBlock), "actions")]
[JsonDerivedType(typeof(DividerBlock), "divider")]
[JsonDerivedType(typeof(HeaderBlock), "header")]
[JsonDerivedType(typeof(InputBlock), "input")]
[JsonDerivedType(typeof(ImageBlock), "image")]
public abstract record Block
{
    /// <summary>The block's name, at most 255 characters; Slack makes one up where there is none.</summary>
    public string? BlockId { get; init; }
}
