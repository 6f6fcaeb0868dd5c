using Xunit;

namespace EngageBot.TestKit;

/// <summary>A test that needs a PostgreSQL; skipped with the reason where tests/run.sh has started none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = TestDatabase.PostgresConnection is null ? $"There is no PostgreSQL ({TestDatabase.PostgresVariable})." : null;
}
