namespace EngageBot.Chat;

/// <summary>Where a community lives. The numbers are stored: never change them.</summary>
public enum Platform
{
    Discord = 1,
    Slack = 2,

    /// <summary>An IRC log; read from history only.</summary>
    Irc = 3,

    /// <summary>A history file of no particular platform (JSON lines).</summary>
    File = 4,

    /// <summary>The chat that comes with the program, to try it in.</summary>
    Playground = 5,
}
