using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Members;

/// <summary>
/// Which accounts on several platforms are one person's. They are linked only by a code that is given on one of them and entered on the other: good once, for a while, and
/// only so many are taken from one member.
/// </summary>
internal sealed class AccountLinks(WriteSession session)
{
    /// <summary>Between giving a code and entering it.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    /// <summary>Codes that a member may enter in that time.</summary>
    public const int MostTries = 5;

    private static readonly HotSql DropCodes = new(
        "DELETE FROM link_codes WHERE member = @member OR expires_at <= @at",
        ("member", DbType.Int64),
        ("at", DbType.Int64));

    private static readonly HotSql PutCode = new(
        "INSERT INTO link_codes (code, member, expires_at) VALUES (@code, @member, @expires_at) ON CONFLICT (code) DO NOTHING",
        ("code", DbType.String),
        ("member", DbType.Int64),
        ("expires_at", DbType.Int64));

    private static readonly HotSql DropTries = new("DELETE FROM link_tries WHERE at <= @since", ("since", DbType.Int64));

    private static readonly HotSql CountTries = new("SELECT COUNT(*) FROM link_tries WHERE member = @member", ("member", DbType.Int64));

    private static readonly HotSql PutTry = new("INSERT INTO link_tries (member, at) VALUES (@member, @at)", ("member", DbType.Int64), ("at", DbType.Int64));

    private static readonly HotSql Owner = new(
        """
        SELECT m.platform_id, k.platform FROM link_codes c JOIN members m ON m.id = c.member JOIN communities k ON k.id = m.community
        WHERE c.code = @code AND c.expires_at > @at AND k.platform <> @platform AND m.opted_out_at IS NULL
        """,
        ("code", DbType.String),
        ("at", DbType.Int64),
        ("platform", DbType.Int32));

    private static readonly HotSql UseCode = new("DELETE FROM link_codes WHERE code = @code", ("code", DbType.String));

    private static readonly HotSql Person = new(
        "SELECT person FROM linked_accounts WHERE platform = @platform AND platform_id = @id",
        ("platform", DbType.Int32),
        ("id", DbType.String));

    private static readonly HotSql PutAccount = new(
        """
        INSERT INTO linked_accounts (platform, platform_id, person, at) VALUES (@platform, @id, @person, @at)
        ON CONFLICT (platform, platform_id) DO UPDATE SET person = excluded.person, at = excluded.at
        """,
        ("platform", DbType.Int32),
        ("id", DbType.String),
        ("person", DbType.Int64),
        ("at", DbType.Int64));

    private static readonly HotSql Merge = new(
        "UPDATE linked_accounts SET person = @person WHERE person = @other",
        ("person", DbType.Int64),
        ("other", DbType.Int64));

    private static readonly HotSql DropAccount = new(
        "DELETE FROM linked_accounts WHERE platform = @platform AND platform_id = @id",
        ("platform", DbType.Int32),
        ("id", DbType.String));

    private static readonly HotSql DropAlone = new(
        "DELETE FROM linked_accounts WHERE person IN (SELECT person FROM linked_accounts GROUP BY person HAVING COUNT(*) = 1)");

    private readonly KeySequence _persons = new("linked_accounts", column: "person");

    /// <summary>Nothing is kept of who is left out.</summary>
    public async ValueTask ChooseAsync(MemberChoice choice, MemberEntry member, CancellationToken cancellationToken)
    {
        var at = choice.At.ToUnixTimeMilliseconds();
        switch (choice)
        {
            case MemberChoice.OffersLink offer when !member.OptedOut:
                await session.ExecuteAsync(DropCodes, cancellationToken, member.Key, at);
                await session.ExecuteAsync(PutCode, cancellationToken, offer.Code, member.Key, offer.Until.ToUnixTimeMilliseconds());
                break;
            case MemberChoice.TakesLink taken when !member.OptedOut:
                await TakeAsync(taken, member.Key, at, cancellationToken);
                break;
            case MemberChoice.Unlinks:
                await session.ExecuteAsync(DropCodes, cancellationToken, member.Key, at);
                await session.ExecuteAsync(DropAccount, cancellationToken, (int)choice.Member.Community.Platform, choice.Member.Value);
                await session.ExecuteAsync(DropAlone, cancellationToken);
                break;
        }
    }

    private async ValueTask TakeAsync(MemberChoice.TakesLink taken, long member, long at, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(DropTries, cancellationToken, at - (long)GoodFor.TotalMilliseconds);
        if (await session.NumberAsync(CountTries, cancellationToken, member) >= MostTries)
        {
            return;
        }

        await session.ExecuteAsync(PutTry, cancellationToken, member, at);
        if (await OwnerAsync(taken, at, cancellationToken) is not { } owner)
        {
            return;
        }

        await session.ExecuteAsync(UseCode, cancellationToken, taken.Code);
        (int Platform, string Id) own = ((int)taken.Member.Community.Platform, taken.Member.Value);
        var (first, second) = (await PersonAsync(owner, cancellationToken), await PersonAsync(own, cancellationToken));
        var person = first ?? second ?? await _persons.NextAsync(session, cancellationToken);
        if (second is { } other && other != person)
        {
            await session.ExecuteAsync(Merge, cancellationToken, person, other);
        }

        foreach (var (platform, id) in ((int, string)[])[owner, own])
        {
            await session.ExecuteAsync(PutAccount, cancellationToken, platform, id, person, at);
        }
    }

    private async ValueTask<(int Platform, string Id)?> OwnerAsync(MemberChoice.TakesLink taken, long at, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Owner, cancellationToken, taken.Code, at, (int)taken.Member.Community.Platform);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt32(1), reader.GetString(0)) : null;
    }

    private ValueTask<long?> PersonAsync((int Platform, string Id) account, CancellationToken cancellationToken) =>
        session.NumberAsync(Person, cancellationToken, account.Platform, account.Id);
}
