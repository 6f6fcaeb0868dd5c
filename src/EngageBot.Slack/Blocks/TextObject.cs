using System.Text.Json.Serialization;

namespace EngageBot.Slack.Blocks;

/// <summary>A text: <see cref="PlainText"/> or <see cref="MrkdwnText"/>. <see href="https://docs.slack.dev/reference/block-kit/composition-objects/text-object"/>.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(PlainText))]
[JsonDerivedType(typeof(MrkdwnText))]
public abstract record TextObject(string Text) : ContextElement;
