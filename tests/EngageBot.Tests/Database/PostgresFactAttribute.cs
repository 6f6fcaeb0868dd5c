using EngageBot.TestKit;

namespace EngageBot.Tests.Database;

/// <summary>Skipped, with the reason, where there is no PostgreSQL for tests.</summary>
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (TestDatabase.PostgresConnection is null)
        {
            Skip = $"no PostgreSQL: {TestDatabase.PostgresVariable} is not set (tests/run.sh sets it where it can start one)";
        }
    }
}
