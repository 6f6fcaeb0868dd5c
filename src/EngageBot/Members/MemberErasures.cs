using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Members;

/// <summary>Who asked to be forgotten. Whoever would make a row for a member asks here first.</summary>
internal sealed class MemberErasures(WriteSession session, ErasureKey key)
{
    private static readonly HotSql All = new("SELECT hmac FROM erasures");

    private static readonly HotSql PutErased = new(
        "INSERT INTO erasures (hmac, at) VALUES (@hmac, @at) ON CONFLICT (hmac) DO NOTHING",
        ("hmac", DbType.String),
        ("at", DbType.Int64));

    private static readonly HotSql TakeBack = new("DELETE FROM erasures WHERE hmac = @hmac", ("hmac", DbType.String));

    private static readonly HotSql NameAgain = new(
        "UPDATE members SET platform_id = @id WHERE platform_id = @hmac",
        ("id", DbType.String),
        ("hmac", DbType.String));

    private const int ShortestId = 6;
    private const int LongestId = 24;

    private HashSet<string>? _erased;

    public string HmacOf(MemberId member) => key.HmacOf(member);

    /// <summary>What stands in the place of his id where somebody was forgotten; null for everybody else.</summary>
    public async ValueTask<string?> FindAsync(MemberId member, CancellationToken cancellationToken)
    {
        var erased = await ReadAsync(cancellationToken);
        return erased.Count > 0 && key.HmacOf(member) is var hmac && erased.Contains(hmac) ? hmac : null;
    }

    /// <summary>What a platform told of its places, with nobody's id in the place of the ids of those who were forgotten. It tells what single members may do in a channel, and tells it again at any time.</summary>
    /// <param name="json">Ids stand in it as strings.</param>
    public async ValueTask<string> WithoutForgottenAsync(Platform platform, string json, CancellationToken cancellationToken)
    {
        if ((await ReadAsync(cancellationToken)).Count == 0)
        {
            return json;
        }

        var nowhere = new CommunityId(platform, string.Empty);
        foreach (var id in json.Split('"').Where(word => word.Length is >= ShortestId and <= LongestId && word.All(char.IsAsciiLetterOrDigit)).Distinct().ToList())
        {
            json = await FindAsync(new MemberId(nowhere, id), cancellationToken) is null ? json : json.Replace($"\"{id}\"", "\"0\"", StringComparison.Ordinal);
        }

        return json;
    }

    /// <summary>Those of whom the key's file knows and the database does not: it is older than they are.</summary>
    /// <exception cref="DatabaseException">The database was written with another key.</exception>
    public async ValueTask<IReadOnlyList<string>> MissingAsync(CancellationToken cancellationToken)
    {
        var erased = await ReadAsync(cancellationToken);
        if (erased.Any(one => one.StartsWith(key.Fingerprint[..^64], StringComparison.Ordinal) && one != key.Fingerprint))
        {
            throw new DatabaseException(
                "The key by which people who asked to be forgotten are recognised is not the one that this database was written with: put its file back (EngageBot:Privacy:KeyPath), or they would be known again.");
        }

        return [.. key.Erased.Where(hmac => !erased.Contains(hmac))];
    }

    public async ValueTask AddAsync(string hmac, long at, CancellationToken cancellationToken)
    {
        var erased = await ReadAsync(cancellationToken);
        key.Add(hmac); // First: what is in the file only is made good at the next start.
        foreach (var one in (string[])[key.Fingerprint, hmac])
        {
            await session.ExecuteAsync(PutErased, cancellationToken, one, at);
            erased.Add(one);
        }
    }

    /// <summary>He takes part again, and has his id back. Where else he was forgotten he stays left out.</summary>
    public async ValueTask RemoveAsync(MemberId member, CancellationToken cancellationToken)
    {
        if (await FindAsync(member, cancellationToken) is { } hmac)
        {
            await session.ExecuteAsync(NameAgain, cancellationToken, member.Value, hmac);
            await session.ExecuteAsync(TakeBack, cancellationToken, hmac);
            _erased!.Remove(hmac);
            key.Remove(hmac);
        }
    }

    /// <summary>After a rollback the store is asked again.</summary>
    public void Forget() => _erased = null;

    private async ValueTask<HashSet<string>> ReadAsync(CancellationToken cancellationToken)
    {
        if (_erased is { } known)
        {
            return known;
        }

        HashSet<string> erased = new(StringComparer.Ordinal);
        await using var reader = await session.ReadAsync(All, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            erased.Add(reader.GetString(0));
        }

        return _erased = erased;
    }
}
