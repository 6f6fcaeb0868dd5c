using EngageBot.Chat;
using EngageBot.ReplyGraph.Model;

namespace EngageBot.ReplyGraph;

/// <summary>A message as it is stored.</summary>
internal sealed record MessageRow
{
    public required long Key { get; init; }

    public required long Channel { get; init; }

    public required MessageId Id { get; init; }

    public required MessageId? Thread { get; init; }

    public required long? Author { get; init; }

    public required long At { get; init; }

    public required MessageTraits Traits { get; init; }

    public required PostKind Kind { get; init; }

    public required string? Text { get; init; }

    public TextTraces Traces { get; init; } = TextTraces.None;

    /// <summary>What the reply model keeps of the text.</summary>
    public required LineWords Words { get; init; }

    public IReadOnlyList<long> Mentions { get; init; } = [];
}
