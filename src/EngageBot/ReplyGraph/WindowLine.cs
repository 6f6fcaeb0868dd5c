using EngageBot.Chat;

namespace EngageBot.ReplyGraph;

/// <summary>A message as the resolver sees it. Everything here is stored, so that a window can be rebuilt after a restart.</summary>
internal sealed record WindowLine
{
    /// <summary>The message's key in the store.</summary>
    public required long Key { get; init; }

    /// <summary>The platform's number for it.</summary>
    public required long Number { get; init; }

    /// <summary>Null: someone who opted out.</summary>
    public required long? Author { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long At { get; init; }

    public required MessageTraits Traits { get; init; }

    public required PostKind Kind { get; init; }

    public IReadOnlyList<long> Mentions { get; init; } = [];

    public bool IsByPerson => (Traits & (MessageTraits.Bot | MessageTraits.Webhook | MessageTraits.System)) == MessageTraits.None;

    public bool Asks => Kind is PostKind.Question or PostKind.HelpRequest or PostKind.FeedbackRequest;

    public bool Addresses(long? member) => member is not null && Mentions.Count > 0 && Mentions[0] == member;
}
