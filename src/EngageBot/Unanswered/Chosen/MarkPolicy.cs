using EngageBot.Chat;

namespace EngageBot.Unanswered.Chosen;

/// <summary>Who may settle a post by a word, and who may take that back.</summary>
internal static class MarkPolicy
{
    /// <summary>That it needs no reply anybody may say; that it is answered, its author and those who manage the community, on Slack anybody, as with ✅.</summary>
    public static bool MayMark(PostMark mark, Platform platform, bool isAuthor, bool isModerator) =>
        mark == PostMark.NeedsNone || platform == Platform.Slack || isAuthor || isModerator;

    /// <summary>Whoever marked it and those who manage the community; its author too, where none of these marked it: that he still waits is for him to say.</summary>
    public static bool MayTakeBack(StoredMark mark, string member, bool isAuthor, bool isModerator) =>
        isModerator || mark.By == member || (isAuthor && !mark.ByModerator);
}
