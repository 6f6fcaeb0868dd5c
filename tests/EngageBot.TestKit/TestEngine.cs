namespace EngageBot.TestKit;

/// <summary>The database engines on which the store is tested.</summary>
public enum TestEngine
{
    Sqlite,
    Postgres,
}
