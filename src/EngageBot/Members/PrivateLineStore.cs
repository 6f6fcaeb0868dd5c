using System.Data;
using EngageBot.Database;

namespace EngageBot.Members;

/// <summary>Writes that people wrote to the bot: who, where and when. What is told twice is written once.</summary>
internal sealed class PrivateLineStore(WriteSession session)
{
    private static readonly HotSql Add = new(
        "INSERT INTO private_lines (member, conversation, at) VALUES (@member, @conversation, @at) ON CONFLICT (member, conversation, at) DO NOTHING",
        ("member", DbType.Int64),
        ("conversation", DbType.String),
        ("at", DbType.Int64));

    public async ValueTask AddAsync(long member, string conversation, long at, CancellationToken cancellationToken) =>
        await session.WriteAsync(Add, cancellationToken, member, conversation, at);
}
