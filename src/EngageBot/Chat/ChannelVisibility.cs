namespace EngageBot.Chat;

/// <summary>Who may read a channel. Where it is not known, nobody is shown anything from it who did not write there. The numbers are stored.</summary>
public enum ChannelVisibility
{
    Unknown = 0,

    /// <summary>Every member of the community.</summary>
    Everyone = 1,

    /// <summary>Only the listed readers.</summary>
    Readers = 2,
}
