using EngageBot.Chat;
using EngageBot.ReplyGraph;

namespace EngageBot.Evaluation.History;

/// <summary>A message of a history with what it answers.</summary>
/// <param name="Window">The lines before it in its place.</param>
internal sealed record LinkedMessage(MessageCreated Message, RecordedMessage Recorded, WindowLine Line, ReplyWindow Window);
