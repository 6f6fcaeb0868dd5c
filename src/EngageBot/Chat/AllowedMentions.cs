namespace EngageBot.Chat;

/// <summary>Whom a message of the bot may ping. Everything else that looks like a mention stays text.</summary>
public sealed record AllowedMentions
{
    public static AllowedMentions None { get; } = new();

    public IReadOnlyList<MemberId> Members { get; init; } = [];
}
