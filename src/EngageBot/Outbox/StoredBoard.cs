namespace EngageBot.Outbox;

/// <summary>A community's waiting board as it is stored.</summary>
/// <param name="IsAtRest">There is nothing to do about it now.</param>
/// <param name="EndedAt">When nothing more was done about it, unix milliseconds.</param>
internal sealed record StoredBoard(OutboxEntry Entry, bool IsAtRest, long? EndedAt)
{
    /// <summary>A moderator who was shown it first did not want it.</summary>
    public bool IsDeclined { get; init; }
}
