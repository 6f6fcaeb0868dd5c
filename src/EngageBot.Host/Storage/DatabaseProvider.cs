namespace EngageBot.Host.Storage;

/// <summary>Which store holds what the bot knows.</summary>
public enum DatabaseProvider
{
    /// <summary>A file of this machine, for one process.</summary>
    Sqlite = 0,

    /// <summary>A server of its own.</summary>
    Postgres = 1,
}
