using System.Reflection;
using EngageBot.TestKit;
using Xunit.Sdk;

namespace EngageBot.Tests.Database;

/// <summary>Runs a test on SQLite, and on PostgreSQL where tests/run.sh has started one.</summary>
internal sealed class EachEngineAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        yield return [TestEngine.Sqlite];
        if (TestDatabase.PostgresConnection is not null)
        {
            yield return [TestEngine.Postgres];
        }
    }
}
