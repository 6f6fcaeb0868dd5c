using System.Data;
using EngageBot.Database;

namespace EngageBot.Pipeline;

/// <summary>How far each source of events has been committed.</summary>
internal sealed class PositionStore(WriteSession session)
{
    private static readonly HotSql Put = new(
        "INSERT INTO positions (source, value) VALUES (@source, @value) ON CONFLICT (source) DO UPDATE SET value = excluded.value",
        ("source", DbType.String),
        ("value", DbType.String));

    public async ValueTask PutAsync(SourcePosition position, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(Put, cancellationToken, position.Source, position.Value);
}
