namespace EngageBot.Chat;

/// <summary>Whether a member can read a channel.</summary>
public enum ReadAccess
{
    /// <summary>The platform could not be asked, or does not tell: to be treated as <see cref="Cannot"/> where something would be shown.</summary>
    Unknown = 0,

    Can = 1,

    Cannot = 2,
}
