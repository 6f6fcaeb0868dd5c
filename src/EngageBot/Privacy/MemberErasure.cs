using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Members;
using EngageBot.Outbox;

namespace EngageBot.Privacy;

/// <summary>Forgets people: erases what <see cref="PersonalTables"/> names, in every community of the platform, in the transaction that runs.</summary>
internal sealed class MemberErasure(WriteSession session, MemberErasures erasures)
{
    private static readonly HotSql Account = new(
        """
        SELECT m.id, m.community, m.platform_id, m.name, k.platform, k.platform_id FROM members m JOIN communities k ON k.id = m.community
        WHERE k.platform = @platform AND m.platform_id IN (@account, @hmac)
        """,
        ("platform", DbType.Int32),
        ("account", DbType.String),
        ("hmac", DbType.String));

    private static readonly HotSql Everybody = new(
        "SELECT m.id, m.community, m.platform_id, m.name, k.platform, k.platform_id FROM members m JOIN communities k ON k.id = m.community");

    private static readonly (PersonalText Text, HotSql Find, HotSql Put)[] Texts = [.. PersonalTables.Texts.Select(text => (text, Find(text), Put(text)))];

    /// <summary>Forgets an account.</summary>
    /// <returns>The keys of its rows.</returns>
    public async ValueTask<IReadOnlyList<long>> EraseAsync(MemberId account, long at, CancellationToken cancellationToken)
    {
        var hmac = erasures.HmacOf(account);
        var rows = await RowsAsync(Account, cancellationToken, (int)account.Community.Platform, account.Value, hmac);
        await erasures.AddAsync(hmac, at, cancellationToken);
        foreach (var row in rows)
        {
            await EraseAsync(row, account, hmac, at, cancellationToken);
        }

        return [.. rows.Select(row => row.Member)];
    }

    /// <summary>Forgets those whose HMACs these are: they asked when the database was another.</summary>
    public async ValueTask<IReadOnlyList<long>> EraseAsync(IReadOnlyList<string> hmacs, CancellationToken cancellationToken)
    {
        var missing = hmacs.ToHashSet(StringComparer.Ordinal);
        List<long> erased = [];
        foreach (var row in await RowsAsync(Everybody, cancellationToken))
        {
            if (erasures.HmacOf(row.Account) is var hmac && missing.Contains(hmac))
            {
                await EraseAsync(row, row.Account, hmac, at: 0, cancellationToken);
                erased.Add(row.Member);
            }
        }

        foreach (var hmac in hmacs)
        {
            await erasures.AddAsync(hmac, at: 0, cancellationToken);
        }

        return erased;
    }

    private async ValueTask EraseAsync(PersonalRow row, MemberId account, string hmac, long at, CancellationToken cancellationToken)
    {
        foreach (var (text, find, put) in Texts)
        {
            await UnnameAsync(find, put, row, account, text.IsShown ? at : null, cancellationToken);
        }

        foreach (var erase in PersonalTables.All.SelectMany(table => table.Erase))
        {
            await erase.ExecuteAsync(session, row with { Account = account }, hmac, at, cancellationToken);
        }
    }

    private async ValueTask UnnameAsync(HotSql find, HotSql put, PersonalRow row, MemberId account, long? at, CancellationToken cancellationToken)
    {
        List<(long Key, string Text)> changed = [];
        var name = row.Name.Length > 0 ? row.Name : account.Value;
        await using (var reader = await session.ReadAsync(find, cancellationToken, row.Community, Like(account.Value), Like(name), Like(name.ToLowerInvariant())))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var text = reader.GetString(1);
                if (Unnaming.Of(text, account.Value, name) is var unnamed && unnamed != text)
                {
                    changed.Add((reader.GetInt64(0), unnamed));
                }
            }
        }

        foreach (var (key, text) in changed)
        {
            await (at is null ? session.ExecuteAsync(put, cancellationToken, text, key) : session.ExecuteAsync(put, cancellationToken, text, at, key));
        }
    }

    private async ValueTask<IReadOnlyList<PersonalRow>> RowsAsync(HotSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        List<PersonalRow> rows = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            var community = new CommunityId((Platform)reader.GetInt32(4), reader.GetString(5));
            rows.Add(new PersonalRow(reader.GetInt64(0), reader.GetInt64(1), new MemberId(community, reader.GetString(2)), reader.GetString(3)));
        }

        return rows;
    }

    private static string Like(string text) => $"%{text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";

    private static HotSql Find(PersonalText text) => new(
        $"""
        SELECT {text.Key}, {text.Column} FROM {text.Table}
        WHERE {text.Of} AND ({text.Column} LIKE @account ESCAPE '!' OR {text.Column} LIKE @name ESCAPE '!' OR LOWER({text.Column}) LIKE @lower ESCAPE '!')
        """,
        ("community", DbType.Int64),
        ("account", DbType.String),
        ("name", DbType.String),
        ("lower", DbType.String));

    private static HotSql Put(PersonalText text) => text.IsShown
        ? new HotSql(
            $"""
            UPDATE {text.Table} SET {text.Column} = @text,
                revision = CASE WHEN state = {OutboxState.Sent:D} AND unwanted_at IS NULL THEN revision + 1 ELSE revision END,
                next_at = CASE WHEN state = {OutboxState.Sent:D} AND unwanted_at IS NULL THEN @at ELSE next_at END
            WHERE id = @id
            """,
            ("text", DbType.String),
            ("at", DbType.Int64),
            ("id", DbType.Int64))
        : new HotSql($"UPDATE {text.Table} SET {text.Column} = @text WHERE {text.Key} = @id", ("text", DbType.String), ("id", DbType.Int64));
}
