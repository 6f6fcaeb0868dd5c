using EngageBot.Chat;

namespace EngageBot.Outbox.Contact;

/// <summary>What decides whether a member may be contacted.</summary>
internal sealed record ContactFacts
{
    public required ContactKind Kind { get; init; }

    /// <summary>Where he would be contacted.</summary>
    public required Platform Platform { get; init; }

    public required ContactPerson Person { get; init; }

    public required ContactHistory History { get; init; }

    public required ContactCommunity Community { get; init; }
}
