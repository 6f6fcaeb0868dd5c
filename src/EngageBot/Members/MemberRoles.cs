using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Members;

/// <summary>Which roles members have.</summary>
internal sealed class MemberRoles(WriteSession session)
{
    /// <summary>More are of no use.</summary>
    private const int Most = 200;

    private static readonly HotSql Clear = new("DELETE FROM member_roles WHERE member = @member", ("member", DbType.Int64));

    private static readonly HotSql Add = new(
        "INSERT INTO member_roles (member, role) VALUES (@member, @role) ON CONFLICT (member, role) DO NOTHING",
        ("member", DbType.Int64),
        ("role", DbType.String));

    public async ValueTask ReplaceAsync(long member, IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(Clear, cancellationToken, member);
        foreach (var role in roles.Take(Most))
        {
            await session.ExecuteAsync(Add, cancellationToken, member, OneLine.Of(role, 100));
        }
    }
}
