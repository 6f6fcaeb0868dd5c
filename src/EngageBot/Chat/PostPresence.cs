namespace EngageBot.Chat;

/// <summary>Whether a post is still there.</summary>
public enum PostPresence
{
    /// <summary>The platform could not be asked.</summary>
    Unknown = 0,

    There = 1,

    Gone = 2,
}
