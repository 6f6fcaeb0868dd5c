using EngageBot.Chat;

namespace EngageBot.ReplyGraph;

/// <summary>A message that is stored, as far as it matters to what happens to it later.</summary>
/// <param name="Key">Its key in the store.</param>
/// <param name="Number">The platform's number for it.</param>
/// <param name="At">When it was written, unix milliseconds.</param>
/// <param name="Place">Where its window is.</param>
internal sealed record StoredMessage(long Key, long Number, long At, Place Place)
{
    /// <summary>Its author did not opt out.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>Written neither by a bot nor by the platform.</summary>
    public required bool IsByPerson { get; init; }

    public required bool IsDeleted { get; init; }

    /// <param name="thread">Of which it is, or which it began.</param>
    public static StoredMessage Of(long key, long number, long at, long channel, long? thread, bool isNamed, MessageTraits traits, bool isDeleted) => new(key, number, at, new Place(channel, thread == number ? null : thread))
    {
        IsNamed = isNamed,
        IsByPerson = (traits & (MessageTraits.Bot | MessageTraits.Webhook | MessageTraits.System)) == MessageTraits.None,
        IsDeleted = isDeleted,
    };
}
