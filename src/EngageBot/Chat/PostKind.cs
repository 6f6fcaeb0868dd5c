namespace EngageBot.Chat;

/// <summary>What a message wants. The numbers are stored: never change them.</summary>
public enum PostKind
{
    Chat = 0,
    Question = 1,
    HelpRequest = 2,
    FeedbackRequest = 3,
    Introduction = 4,
    ShownWork = 5,
    Announcement = 6,
}
