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
}
