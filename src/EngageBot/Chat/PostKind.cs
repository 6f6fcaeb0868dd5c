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

    /// <summary>To do something together. No open post: who does not come has no need to say so.</summary>
    Invitation = 7,

    /// <summary>About the community or what it is about: goes to the team.</summary>
    Complaint = 8,

    /// <summary>Signs of a crisis or of a loss: people are told, the bot is silent.</summary>
    Crisis = 9,

    Quarrel = 10,

    /// <summary>Looks like a fraud, or asks to be written to in private.</summary>
    Scam = 11,
}
