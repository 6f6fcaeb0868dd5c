using Xunit;

namespace EngageBot.TestKit;

/// <summary>A test that needs a PostgreSQL; skipped with the reason where tests/run.sh has started none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = TestDatabase.PostgresConnection is null ? $"no PostgreSQL: {TestDatabase.PostgresVariable} is not set (tests/run.sh sets it where it can start one)" : null;
}
