namespace EngageBot.History.Discord;

/// <summary>How the messages of an exported channel are taken.</summary>
internal enum DiscordChannelKind
{
    /// <summary>A channel of the community, taken as open to everyone: an export says nothing of permissions.</summary>
    Open,

    /// <summary>A public thread, or a post of a forum: its messages are its parent's.</summary>
    Thread,

    /// <summary>A channel of its own whose readers are unknown: a private thread must not be shown to those who only see its parent.</summary>
    Closed,

    /// <summary>Direct messages: never messages of a community.</summary>
    Direct,
}
