namespace EngageBot.Chat;

/// <summary>What moderators have the bot say to everybody. The numbers are stored.</summary>
public enum Announcement
{
    /// <summary>What the bot reads and does, before it speaks.</summary>
    Notice = 1,

    /// <summary>Whether somebody would like to be asked now and then.</summary>
    SignUp = 2,
}
