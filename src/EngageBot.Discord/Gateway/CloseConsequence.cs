namespace EngageBot.Discord.Gateway;

/// <summary>What follows when a connection closed.</summary>
public enum CloseConsequence
{
    /// <summary>Connect again and go on with the session.</summary>
    Resume,

    /// <summary>Connect again and begin a new session.</summary>
    Identify,

    /// <summary>Trying again would fail again: somebody has to change something first.</summary>
    Stop,
}
