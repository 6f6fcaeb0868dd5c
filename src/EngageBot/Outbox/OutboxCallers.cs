using EngageBot.Chat;

namespace EngageBot.Outbox;

/// <summary>What the outbox asks and tells those whose words it sends.</summary>
/// <param name="Judge">Whether something is still to be said; asked just before.</param>
/// <param name="Report">Takes word of posts that turn out to be gone.</param>
/// <param name="LeaveOut">Until a moment nothing is to be said about a post (by its key): it cannot be fetched.</param>
internal sealed record OutboxCallers(
    Func<OutboxEntry, DateTimeOffset, CancellationToken, Task<OutboxVerdict>> Judge,
    Func<ChatEvent, CancellationToken, ValueTask> Report,
    Action<long, DateTimeOffset> LeaveOut);
