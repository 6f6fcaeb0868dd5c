namespace EngageBot.Chat;

/// <summary>What came of it that somebody was asked about a post. The numbers are stored.</summary>
public enum AskAnswer
{
    /// <summary>He wants to reply; nobody else is asked for two hours.</summary>
    WillReply = 1,

    /// <summary>It is nothing for him.</summary>
    NotForMe = 2,

    /// <summary>The post needs no reply, he says.</summary>
    NotNeeded = 3,

    /// <summary>He does not want to be asked any more.</summary>
    Stop = 4,

    /// <summary>It never reached him.</summary>
    NotDelivered = 5,
}
