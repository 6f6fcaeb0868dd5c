using System.Buffers.Text;
using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using EngageBot.Chat;
using EngageBot.Commands;

namespace EngageBot.Dashboard;

/// <summary>
/// Sign-in without a password: a link that a moderator asks for in chat is good once and for a while, and begins a session. Links and sessions are 256 random bits, of which only
/// a hash is stored; each is bound to one community and one person.
/// </summary>
public sealed class SignIns(DbDataSource database)
{
    /// <summary>Between asking for a link and using it.</summary>
    public static readonly TimeSpan LinkGoodFor = TimeSpan.FromMinutes(10);

    /// <summary>A session in which nothing is looked at for so long ends.</summary>
    public static readonly TimeSpan SessionGoodFor = TimeSpan.FromHours(8);

    /// <summary>However much is looked at, after this a new link is needed.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromDays(7);

    /// <summary>That somebody is there is noted no more often.</summary>
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(5);

    private const int Bytes = 32;

    /// <summary>What goes into the link; the links that the same person asked for before are good no more.</summary>
    public async Task<string> OfferAsync(Asker by, CancellationToken cancellationToken)
    {
        var (token, hash) = Make();
        var now = by.At.ToUnixTimeMilliseconds();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(
            connection,
            "DELETE FROM dashboard_links WHERE expires_at <= @now OR (platform = @platform AND community = @community AND account = @account)",
            new { now, platform = (int)by.Community.Platform, community = by.Community.Value, account = by.Member.Value },
            cancellationToken);
        await ExecuteAsync(
            connection,
            "INSERT INTO dashboard_links (hash, platform, community, account, language, expires_at) VALUES (@hash, @platform, @community, @account, @language, @until)",
            new
            {
                hash,
                platform = (int)by.Community.Platform,
                community = by.Community.Value,
                account = by.Member.Value,
                language = by.Language ?? string.Empty,
                until = now + (long)LinkGoodFor.TotalMilliseconds,
            },
            cancellationToken);
        return token;
    }

    /// <summary>Uses a link up.</summary>
    /// <returns>What the session is known by; null where the link is good no more, or never was.</returns>
    public async Task<string?> TakeAsync(string token, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var now = at.ToUnixTimeMilliseconds();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(
            connection,
            "DELETE FROM dashboard_sessions WHERE seen_at <= @seen OR began_at <= @began",
            new { seen = now - (long)SessionGoodFor.TotalMilliseconds, began = now - (long)LongestSession.TotalMilliseconds },
            cancellationToken);
        var link = await connection.QueryFirstOrDefaultAsync<(long Platform, string Community, string Account, string Language)?>(new CommandDefinition(
            "DELETE FROM dashboard_links WHERE hash = @hash AND expires_at > @now RETURNING platform, community, account, language",
            new { hash = HashOf(token), now },
            cancellationToken: cancellationToken));
        if (link is not { } good)
        {
            return null;
        }

        var (session, hash) = Make();
        await ExecuteAsync(
            connection,
            """
            INSERT INTO dashboard_sessions (hash, platform, community, account, language, began_at, seen_at)
            VALUES (@hash, @platform, @community, @account, @language, @now, @now)
            """,
            new { hash, platform = good.Platform, community = good.Community, account = good.Account, language = good.Language, now },
            cancellationToken);
        return session;
    }

    /// <summary>Whose session it is; null where it is over, or none.</summary>
    /// <param name="isLook">The session goes on from now.</param>
    public async Task<SignedIn?> FindAsync(string session, DateTimeOffset at, bool isLook, CancellationToken cancellationToken)
    {
        var (now, hash) = (at.ToUnixTimeMilliseconds(), HashOf(session));
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = await connection.QueryFirstOrDefaultAsync<(long Platform, string Community, string Account, string Language, long SeenAt)?>(new CommandDefinition(
            "SELECT platform, community, account, language, seen_at FROM dashboard_sessions WHERE hash = @hash AND seen_at > @seen AND began_at > @began",
            new { hash, seen = now - (long)SessionGoodFor.TotalMilliseconds, began = now - (long)LongestSession.TotalMilliseconds },
            cancellationToken: cancellationToken));
        if (row is not { } found)
        {
            return null;
        }

        if (isLook && now - found.SeenAt >= (long)Noted.TotalMilliseconds)
        {
            await ExecuteAsync(connection, "UPDATE dashboard_sessions SET seen_at = @now WHERE hash = @hash", new { hash, now }, cancellationToken);
        }

        return new SignedIn(new MemberId(new CommunityId((Platform)found.Platform, found.Community), found.Account), found.Language);
    }

    public async Task EndAsync(string session, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, "DELETE FROM dashboard_sessions WHERE hash = @hash", new { hash = HashOf(session) }, cancellationToken);
    }

    private static Task<int> ExecuteAsync(DbConnection connection, string sql, object values, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellationToken));

    private static (string Secret, string Hash) Make()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return (secret, HashOf(secret));
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));
}
