using System.Data;
using System.Data.Common;
using Dapper;
using EngageBot.Database;

namespace EngageBot.Pipeline;

/// <summary>What the sources of events keep for the next start.</summary>
public sealed class SourceNoteStore
{
    private static readonly HotSql Put = new(
        "INSERT INTO source_notes (source, name, value) VALUES (@source, @name, @value) ON CONFLICT (source, name) DO UPDATE SET value = excluded.value",
        ("source", DbType.String),
        ("name", DbType.String),
        ("value", DbType.String));

    private static readonly HotSql Remove = new(
        "DELETE FROM source_notes WHERE source = @source AND name = @name",
        ("source", DbType.String),
        ("name", DbType.String));

    private readonly WriteSession _session;

    internal SourceNoteStore(WriteSession session) => _session = session;

    /// <summary>All notes of a source.</summary>
    public static async Task<IReadOnlyList<SourceNote>> AllAsync(DbDataSource database, string source, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Name, string Value)>(
            new CommandDefinition("SELECT name, value FROM source_notes WHERE source = @source", new { source }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new SourceNote(source, row.Name, row.Value))];
    }

    internal async ValueTask PutAsync(SourceNote note, CancellationToken cancellationToken)
    {
        if (note.Value is null)
        {
            await _session.WriteAsync(Remove, cancellationToken, note.Source, note.Name);
            return;
        }

        await _session.WriteAsync(Put, cancellationToken, note.Source, note.Name, note.Value);
    }
}
