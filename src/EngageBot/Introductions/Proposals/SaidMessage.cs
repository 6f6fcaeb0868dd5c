using EngageBot.Outbox;

namespace EngageBot.Introductions.Proposals;

/// <summary>A message of the bot as it stands in the outbox.</summary>
internal sealed record SaidMessage(long Id, OutboxState State, string Text, bool IsUnwanted)
{
    /// <summary>What stands, or is to be, can be changed; what may have been sent or not is looked for by its text, which stays until then.</summary>
    public bool CanChange => !IsUnwanted && State is OutboxState.Planned or OutboxState.Sent;

    /// <summary>It stands, or may, or is to be.</summary>
    public bool IsThere => !IsUnwanted && State is OutboxState.Planned or OutboxState.Claimed or OutboxState.Sent or OutboxState.Uncertain;
}
