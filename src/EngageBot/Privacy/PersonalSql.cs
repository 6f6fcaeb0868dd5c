using System.Data;
using EngageBot.Database;

namespace EngageBot.Privacy;

/// <summary>
/// A statement about one member, in which these stand for him: <c>@member</c> his key, <c>@community</c> that of the community, <c>@account</c> his id on the platform, <c>@platform</c>, <c>@hmac</c> what is kept in
/// the place of his id, and <c>@at</c> the moment.
/// </summary>
internal sealed class PersonalSql
{
    private static readonly (string Name, DbType Type)[] Known =
    [
        ("member", DbType.Int64), ("community", DbType.Int64), ("account", DbType.String), ("platform", DbType.Int32), ("hmac", DbType.String), ("at", DbType.Int64),
    ];

    private readonly HotSql _sql;

    public PersonalSql(string text) =>
        _sql = new HotSql(text, [.. Known.Where(parameter => text.Contains("@" + parameter.Name, StringComparison.Ordinal))]);

    public static implicit operator PersonalSql(string text) => new(text);

    public async ValueTask ExecuteAsync(WriteSession session, PersonalRow row, string hmac, long at, CancellationToken cancellationToken)
    {
        object?[] values = [.. _sql.Parameters.Select(parameter => Value(parameter.Name, row, hmac, at))];
        await session.ExecuteAsync(_sql, cancellationToken, values);
    }

    private static object Value(string parameter, PersonalRow row, string hmac, long at) => parameter switch
    {
        "member" => row.Member,
        "community" => row.Community,
        "account" => row.Account.Value,
        "platform" => (int)row.Account.Community.Platform,
        "hmac" => hmac,
        _ => at,
    };
}
