namespace EngageBot.History.Irc;

internal enum IrcLineKind
{
    /// <summary>Nothing that is understood.</summary>
    Other,

    /// <summary>Somebody said, did or announced something.</summary>
    Message,

    /// <summary>A join, a rename, a topic; it has no time of its own.</summary>
    System,
}
