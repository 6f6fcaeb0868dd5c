using System.Data;
using EngageBot.Database;

namespace EngageBot.ReplyGraph;

/// <summary>How a stretch of lines is read: the lines themselves, and whom they mention.</summary>
/// <param name="Mentions">Pairs of message and member, those of a message in the order of its text.</param>
internal sealed record LineSql(HotSql Lines, HotSql Mentions)
{
    private static readonly (string Name, DbType Type)[] BeforeParameters =
    [
        ("channel", DbType.Int64), ("thread", DbType.Int64), ("before", DbType.Int64), ("count", DbType.Int32),
    ];

    private static readonly (string Name, DbType Type)[] AfterParameters =
    [
        ("channel", DbType.Int64), ("thread", DbType.Int64), ("at", DbType.Int64), ("key", DbType.Int64), ("count", DbType.Int32),
    ];

    /// <summary>The last lines before a moment, newest first.</summary>
    public static LineSql Before(string place) => Of(
        $"""
        WHERE {place} AND m.at < @before
        ORDER BY m.at DESC, m.id DESC
        LIMIT @count
        """,
        BeforeParameters);

    /// <summary>The lines that follow a line, oldest first.</summary>
    public static LineSql After(string place) => Of(
        $"""
        WHERE {place} AND m.at >= @at AND (m.at > @at OR m.id > @key)
        ORDER BY m.at, m.id
        LIMIT @count
        """,
        AfterParameters);

    private static LineSql Of(string which, (string Name, DbType Type)[] parameters) => new(
        new HotSql($"SELECT {MessageStore.LineColumns}, m.text FROM messages m {MessageStore.LineLink} {which}", parameters),
        new HotSql(
            $"""
            SELECT mention.message, mention.member
            FROM (SELECT m.id FROM messages m {which}) line
            CROSS JOIN mentions mention
            WHERE mention.message = line.id
            ORDER BY mention.message, mention.place
            """,
            parameters));
}
