namespace EngageBot.Chat;

/// <summary>A place of their own for members who are introduced to one another: a thread, or a conversation of theirs with the bot.</summary>
/// <param name="Name">At most 100 characters; not every platform shows it.</param>
/// <param name="IsPrivate">Where the platform leaves the choice: only they, and moderators, can read it.</param>
public sealed record MeetingPlace(string Name, bool IsPrivate, IReadOnlyList<MemberId> Members);
