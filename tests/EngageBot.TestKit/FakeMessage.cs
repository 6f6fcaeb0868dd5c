using EngageBot.Chat;

namespace EngageBot.TestKit;

/// <summary>A message as it stands on the <see cref="FakeChatPlatform"/>.</summary>
public sealed record FakeMessage(MessagePlace Place, string Text)
{
    /// <summary>What the bot sent it under; null for what people wrote.</summary>
    public long? OutboxId { get; init; }

    public MessageId? ReplyTo { get; init; }

    /// <summary>To whom it was said in private; null for what everybody can read.</summary>
    public MemberId? To { get; init; }

    public IReadOnlyList<MessageButton> Buttons { get; init; } = [];

    public Picture? Picture { get; init; }

    /// <summary>The place that it was said in, opened for some members.</summary>
    public MeetingPlace? Opens { get; init; }

    /// <summary>Whom it pings.</summary>
    public IReadOnlyList<MemberId> Mentions { get; init; } = [];

    public required DateTimeOffset At { get; init; }

    public bool IsGone { get; init; }
}
