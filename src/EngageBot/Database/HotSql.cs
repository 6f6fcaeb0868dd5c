using System.Data;

namespace EngageBot.Database;

/// <summary>A statement that runs for every message. Its parameters are bound by place, and typed, or PostgreSQL could not prepare it for NULL.</summary>
internal sealed class HotSql(string text, params IReadOnlyList<(string Name, DbType Type)> parameters)
{
    public string Text => text;

    public IReadOnlyList<(string Name, DbType Type)> Parameters => parameters;
}
