using EngageBot.Chat;

namespace EngageBot.Commands;

/// <summary>Hands what somebody decided to the pipeline, in order with all that happens, and returns when it is stored.</summary>
public delegate Task Decide(ChatEvent decision, CancellationToken cancellationToken);
