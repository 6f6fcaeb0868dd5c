using EngageBot.Chat;

namespace EngageBot.Stats;

/// <summary>A post that nobody answered.</summary>
/// <param name="Message">Its key.</param>
/// <param name="At">When it was written, unix milliseconds.</param>
internal readonly record struct UnansweredPost(long Message, long Channel, long At, PostKind Kind);
