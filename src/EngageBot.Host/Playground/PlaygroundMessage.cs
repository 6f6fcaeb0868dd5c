using System.Collections.Immutable;
using EngageBot.Chat;
using EngageBot.Commands;

namespace EngageBot.Host.Playground;

/// <summary>A message in the Playground.</summary>
internal sealed record PlaygroundMessage
{
    /// <summary>Unique in all channels; a later message has a higher one.</summary>
    public required long Number { get; init; }

    public required string Channel { get; init; }

    /// <summary>Null for the bot.</summary>
    public string? Author { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    public long? ReplyTo { get; init; }

    public long? Thread { get; init; }

    /// <summary>Shown to this member alone; null for everybody who can read the channel.</summary>
    public string? OnlyFor { get; init; }

    public bool IsEdited { get; init; }

    public bool IsGone { get; init; }

    public IReadOnlyList<MessageButton> Buttons { get; init; } = [];

    public long? OutboxId { get; init; }

    public Picture? Picture { get; init; }

    /// <summary>An address of the bot's own, below the text.</summary>
    public Uri? Link { get; init; }

    public ReplyFile? File { get; init; }

    /// <summary>Who put what under it; an empty name is the bot.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Reactions { get; init; } = ImmutableSortedDictionary<string, ImmutableSortedSet<string>>.Empty;
}
