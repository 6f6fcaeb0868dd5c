using System.Data.Common;
using Dapper;
using EngageBot.Chat;

namespace EngageBot.Communities;

/// <summary>Whether the bot speaks in a community or only observes. A new community is observed.</summary>
public sealed class CommunitySwitch(DbDataSource database)
{
    /// <summary>Called when something was changed, so that it is heeded at once.</summary>
    public Action? Changed { get; init; }

    /// <summary>All communities, in the order in which they were met.</summary>
    public Task<IReadOnlyList<CommunityState>> ListAsync(CancellationToken cancellationToken) => ReadAsync("ORDER BY k.id", community: null, cancellationToken);

    /// <summary>Null where nothing is known of it.</summary>
    public async Task<CommunityState?> FindAsync(CommunityId community, CancellationToken cancellationToken) =>
        await ReadAsync("WHERE k.platform = @platform AND k.platform_id = @id", community, cancellationToken) is [var one] ? one : null;

    /// <summary>Whether the platform, or a moderator by his first command, gave a place where moderators hear from the bot; besides the one that the rules name.</summary>
    public async Task<bool> KnowsModeratorsAsync(CommunityId community, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT COUNT(*) FROM communities WHERE platform = @platform AND platform_id = @id AND (moderators_channel IS NOT NULL OR moderators_member IS NOT NULL)",
            new { platform = (int)community.Platform, id = community.Value },
            cancellationToken: cancellationToken)) > 0;
    }

    /// <summary>How many people it has.</summary>
    public async Task<long> PeopleAsync(CommunityId community, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            $"SELECT COALESCE(MAX({CommunitySize.AsFarAsItMatters}), 0) FROM communities k WHERE k.platform = @platform AND k.platform_id = @id",
            new { platform = (int)community.Platform, id = community.Value },
            cancellationToken: cancellationToken));
    }

    /// <summary>From now on the bot speaks here; what was planned before is not said. Where it speaks already nothing changes.</summary>
    /// <returns>Whether it did not speak before.</returns>
    public Task<bool> GoLiveAsync(CommunityId community, DateTimeOffset now, CancellationToken cancellationToken) =>
        SetAsync("live_since = @since, live_before_quiet = NULL", "live_since IS NULL", community, now.ToUnixTimeMilliseconds(), cancellationToken);

    /// <summary>From now on the bot says nothing here, and takes away what stands.</summary>
    /// <returns>Whether it spoke before, or was stopped.</returns>
    public Task<bool> ObserveAsync(CommunityId community, CancellationToken cancellationToken) =>
        SetAsync("live_since = NULL, live_before_quiet = NULL", "(live_since IS NOT NULL OR live_before_quiet IS NOT NULL)", community, since: null, cancellationToken);

    /// <summary>Stops everything at once, as <see cref="ObserveAsync"/> does, and remembers how it was.</summary>
    /// <returns>Whether there was something to stop.</returns>
    public Task<bool> QuietAsync(CommunityId community, CancellationToken cancellationToken) =>
        SetAsync("live_before_quiet = live_since, live_since = NULL", "live_since IS NOT NULL", community, since: null, cancellationToken);

    /// <summary>Goes on as before everything was stopped; what was planned meanwhile, and is still due, is said.</summary>
    /// <returns>Whether it was stopped.</returns>
    public Task<bool> ResumeAsync(CommunityId community, CancellationToken cancellationToken) =>
        SetAsync("live_since = live_before_quiet, live_before_quiet = NULL", "live_since IS NULL AND live_before_quiet IS NOT NULL", community, since: null, cancellationToken);

    private async Task<bool> SetAsync(string change, string where, CommunityId community, long? since, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var changed = await connection.ExecuteAsync(new CommandDefinition(
            $"UPDATE communities SET {change} WHERE platform = @platform AND platform_id = @id AND {where}",
            new { since, platform = (int)community.Platform, id = community.Value },
            cancellationToken: cancellationToken));
        Changed?.Invoke();
        return changed > 0;
    }

    private async Task<IReadOnlyList<CommunityState>> ReadAsync(string which, CommunityId? community, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(long Platform, string Id, long? LiveSince, long Channels, long? BeforeQuiet)>(new CommandDefinition(
            $"""
            SELECT k.platform, k.platform_id, k.live_since, (SELECT COUNT(*) FROM channels c WHERE c.community = k.id), k.live_before_quiet
            FROM communities k {which}
            """,
            new { platform = (int?)community?.Platform, id = community?.Value },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => new CommunityState(
            new CommunityId((Platform)row.Platform, row.Id),
            row.LiveSince is { } since ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null,
            row.Channels,
            IsQuiet: row.BeforeQuiet is not null))];
    }
}
