using EngageBot.Outbox;

namespace EngageBot.TestKit;

/// <summary>Builders: a test shows only what matters to it.</summary>
public static class A
{
    public static MessageBuilder Message(string text) => new(text);

    /// <summary>Something that is to be said, by its form; without a member, to everybody in "help".</summary>
    internal static OutboxEntry Planned(OutboxKind kind) => new()
    {
        Id = 7,
        Community = 1,
        Kind = kind,
        Channel = TestTime.Channel("help"),
        ChannelKey = 1,
        Post = 1,
        PostPlace = null,
        Text = "text",
        Revision = 1,
        State = OutboxState.Planned,
        ExpiresAt = TestTime.Noon.AddDays(7),
        ClaimedAt = null,
        IsUnwanted = false,
        Attempts = 0,
        Message = null,
    };
}
