using System.Text.Json.Serialization;

namespace EngageBot.Slack.Blocks;

/// <summary>A text or small picture of a <see cref="ContextBlock"/>.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(PlainText))]
[JsonDerivedType(typeof(MrkdwnText))]
[JsonDerivedType(typeof(ImageElement))]
public abstract record ContextElement
{
    /// <summary>Slack's name for it.</summary>
    public abstract string Type { get; }
}
