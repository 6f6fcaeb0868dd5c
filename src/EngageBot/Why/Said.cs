using EngageBot.Chat;
using EngageBot.Outbox;

namespace EngageBot.Why;

/// <summary>Something that the bot said, or was to say, as far as its reason and its outcome go. Not a word of it.</summary>
internal sealed record Said
{
    public required long Id { get; init; }

    public required OutboxKind Kind { get; init; }

    public required OutboxState State { get; init; }

    /// <summary>When it was sent; before that, when it was planned.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where it was said; of a message to one member the channel that it is about.</summary>
    public required ChannelId Channel { get; init; }

    public required string ChannelName { get; init; }

    /// <summary>What came of it, as it is stored: in English.</summary>
    public string? Outcome { get; init; }

    /// <summary>It was said to one member.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The key of the post that it is about; null for none.</summary>
    public long? Post { get; init; }

    /// <summary>Of an ask: see Nudges/Nudge.cs.</summary>
    public string? Topics { get; init; }

    /// <summary>Of an ask: what the member answered.</summary>
    public AskAnswer? Answer { get; init; }
}
