using EngageBot.Outbox;

namespace EngageBot.Nudges;

/// <summary>An ask as it stands in the outbox.</summary>
/// <param name="HasButtons">It still waits for a press; without them the post is not quoted any more.</param>
internal sealed record SaidAsk(long Id, OutboxState State, string Text, bool HasButtons, bool WasSent, bool IsUnwanted);
