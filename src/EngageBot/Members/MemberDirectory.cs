using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Members;

/// <summary>
/// Members by their platform's ids: kept in memory, read from the store when first seen, added to it when new. The one place that makes a row for a member: somebody who asked to
/// be forgotten has one without his id, and is left out of everything.
/// </summary>
internal sealed class MemberDirectory(WriteSession session, MemberErasures erasures)
{
    /// <summary>Enough for everyone who writes these days; past it the memory starts afresh.</summary>
    private const int Capacity = 200_000;

    private static readonly HotSql Find = new(
        "SELECT id, name, is_bot, opted_out_at, left_at, is_pending, timed_out_until, time_zone, roles, is_team FROM members WHERE community = @community AND platform_id = @platform_id",
        ("community", DbType.Int64),
        ("platform_id", DbType.String));

    private static readonly HotSql Add = HotSql.Insert(
        "members",
        onConflict: string.Empty,
        keyLength: 0,
        ("id", DbType.Int64),
        ("community", DbType.Int64),
        ("platform_id", DbType.String),
        ("name", DbType.String),
        ("is_bot", DbType.Int32),
        ("opted_out_at", DbType.Int64));

    private static readonly HotSql Change = new(
        "UPDATE members SET name = @name, is_bot = @is_bot, joined_at = COALESCE(@joined_at, joined_at), time_zone = @time_zone, roles = @roles, is_team = @is_team WHERE id = @id",
        ("name", DbType.String),
        ("is_bot", DbType.Int32),
        ("joined_at", DbType.Int64),
        ("time_zone", DbType.String),
        ("roles", DbType.String),
        ("is_team", DbType.Int32),
        ("id", DbType.Int64)) { LetsRowsPass = true };

    private static readonly HotSql Stand = new(
        "UPDATE members SET left_at = NULL, is_pending = @is_pending, timed_out_until = @timed_out_until WHERE id = @id",
        ("is_pending", DbType.Int32),
        ("timed_out_until", DbType.Int64),
        ("id", DbType.Int64)) { LetsRowsPass = true };

    private static readonly HotSql Go = new("UPDATE members SET left_at = @at WHERE id = @id", ("at", DbType.Int64), ("id", DbType.Int64)) { LetsRowsPass = true };

    private readonly KeySequence _keys = new("members", atOnce: 100);
    private readonly Dictionary<MemberId, MemberEntry> _members = [];

    /// <summary>Looked for together, and not there.</summary>
    private readonly HashSet<MemberId> _absent = [];

    /// <summary>Null where he is not in memory.</summary>
    public MemberEntry? Known(MemberId id) => _members.GetValueOrDefault(id);

    /// <summary>Looks together for those who will be asked for one by one.</summary>
    public async ValueTask ForeseeAsync(IEnumerable<(MemberId Id, long Community)> people, CancellationToken cancellationToken)
    {
        Dictionary<MemberId, long> unknown = [];
        foreach (var (id, community) in people.Where(one => !_members.ContainsKey(one.Id)))
        {
            unknown.TryAdd(id, community);
        }

        await session.ForeseeAsync(unknown.Select(one => new Question(Find, one.Value, one.Key.Value)), cancellationToken);
        foreach (var (id, community) in unknown)
        {
            if (await FindAsync(id, community, cancellationToken) is { } member)
            {
                Keep(id, member);
            }
            else
            {
                _absent.Add(id);
            }
        }
    }

    /// <summary>Who was not there may be by now.</summary>
    public void ForgetForeseen() => _absent.Clear();

    public async ValueTask<MemberEntry> MemberAsync(MemberId id, long community, CancellationToken cancellationToken)
    {
        if (_members.TryGetValue(id, out var member))
        {
            return member;
        }

        member = (_absent.Remove(id) ? null : await FindAsync(id, community, cancellationToken)) ?? await AddAsync(id, community, cancellationToken);
        Keep(id, member);
        return member;
    }

    public async ValueTask ChangeAsync(MemberEntry member, MemberSeen seen, CancellationToken cancellationToken)
    {
        var zone = seen.TimeZone ?? member.TimeZone;
        var roles = seen.Roles is null ? member.Roles : StoredRoles.Of(seen.Roles);
        var isTeam = seen.IsTeam ?? member.IsTeam;
        if (member.OptedOut || (member.Name == seen.Name && member.IsTeam == isTeam && member.IsBot == seen.IsBot && member.TimeZone == zone && member.Roles == roles && seen.JoinedAt is null))
        {
            return;
        }

        member.Name = seen.Name;
        member.IsBot = seen.IsBot;
        member.TimeZone = zone;
        member.Roles = roles;
        member.IsTeam = isTeam;
        await session.WriteAsync(Change, cancellationToken, seen.Name, seen.IsBot ? 1 : 0, seen.JoinedAt?.ToUnixTimeMilliseconds(), zone, roles, isTeam ? 1 : 0, member.Key);
    }

    /// <summary>A member stands so.</summary>
    /// <returns>Whether his posts were to be left alone, and perhaps are no more.</returns>
    public async ValueTask<bool> StandAsync(MemberEntry member, MemberStanding standing, CancellationToken cancellationToken)
    {
        if (member.OptedOut || (!member.HasLeft && member.Standing == standing))
        {
            return false;
        }

        var wasOut = member.HasLeft || member.Standing != new MemberStanding();
        member.HasLeft = false;
        member.Standing = standing;
        await session.WriteAsync(Stand, cancellationToken, standing.IsPending ? 1 : 0, standing.TimedOutUntil?.ToUnixTimeMilliseconds(), member.Key);
        return wasOut;
    }

    /// <summary>A member is none any more. What was told of him stays.</summary>
    public async ValueTask LeaveAsync(MemberEntry member, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (!member.HasLeft)
        {
            member.HasLeft = true;
            await session.WriteAsync(Go, cancellationToken, at.ToUnixTimeMilliseconds(), member.Key);
        }
    }

    /// <summary>Whether somebody is left out of everything, whether or not there is a row for him.</summary>
    public async ValueTask<bool> IsLeftOutAsync(MemberId id, long community, CancellationToken cancellationToken)
    {
        var member = _members.GetValueOrDefault(id) ?? await FindAsync(id, community, cancellationToken);
        return member?.OptedOut ?? await erasures.FindAsync(id, cancellationToken) is not null;
    }

    /// <summary>What is known of a member has changed: he is read from the store again.</summary>
    public void Reread(MemberId id)
    {
        _members.Remove(id);
        _absent.Remove(id);
    }

    public void Forget()
    {
        _keys.Forget();
        _members.Clear();
        _absent.Clear();
        erasures.Forget();
    }

    private void Keep(MemberId id, MemberEntry member)
    {
        if (_members.Count >= Capacity)
        {
            _members.Clear();
        }

        _members.Add(id, member);
    }

    /// <summary>By his id, or by what stands in its place.</summary>
    private async ValueTask<MemberEntry?> FindAsync(MemberId id, long community, CancellationToken cancellationToken) =>
        await ReadAsync(id.Value, community, cancellationToken)
        ?? (await erasures.FindAsync(id, cancellationToken) is { } hmac ? await ReadAsync(hmac, community, cancellationToken) : null);

    private async ValueTask<MemberEntry?> ReadAsync(string id, long community, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Find, cancellationToken, community, id);
        return !await reader.ReadAsync(cancellationToken) ? null : new MemberEntry
        {
            Key = reader.GetInt64(0),
            Name = reader.GetString(1),
            IsBot = reader.GetInt32(2) != 0,
            OptedOut = !reader.IsDBNull(3),
            HasLeft = !reader.IsDBNull(4),
            Standing = new MemberStanding(reader.GetInt32(5) != 0, reader.IsDBNull(6) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(6))),
            TimeZone = reader.IsDBNull(7) ? null : reader.GetString(7),
            Roles = reader.IsDBNull(8) ? null : reader.GetString(8),
            IsTeam = reader.GetInt32(9) != 0,
        };
    }

    private async ValueTask<MemberEntry> AddAsync(MemberId id, long community, CancellationToken cancellationToken)
    {
        var key = await _keys.NextAsync(session, cancellationToken);
        var hmac = await erasures.FindAsync(id, cancellationToken);
        var name = hmac is null ? id.Value : string.Empty;
        await session.WriteAsync(Add, cancellationToken, key, community, hmac ?? id.Value, name, 0, hmac is null ? null : 0L);
        return new MemberEntry { Key = key, Name = name, IsBot = false, OptedOut = hmac is not null };
    }
}
