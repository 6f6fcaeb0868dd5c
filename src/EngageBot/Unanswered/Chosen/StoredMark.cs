using EngageBot.Chat;

namespace EngageBot.Unanswered.Chosen;

/// <summary>What somebody said of a post.</summary>
/// <param name="By">Who; null where nobody knows any more.</param>
/// <param name="ByModerator">He manages the community, or took away what the bot had said.</param>
internal sealed record StoredMark(PostMark Mark, string? By, bool ByModerator);
