using System.Data.Common;
using Dapper;
using EngageBot.Chat;

namespace EngageBot.Dashboard;

/// <summary>The communities in which the bot is, for somebody who wants to sign in to the pages of one.</summary>
public sealed class ServedCommunities(DbDataSource database)
{
    private const int ChannelsNamed = 3;
    private const int LongestName = 40;

    /// <summary>Those in which he is known come first.</summary>
    /// <param name="account">His id on the platform.</param>
    /// <param name="community">The only one that is wanted; null for all.</param>
    public async Task<IReadOnlyList<ServedCommunity>> OfAsync(Platform platform, string account, string? community, int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var communities = await connection.QueryAsync<(long Key, string Id)>(new CommandDefinition(
            """
            SELECT k.id, k.platform_id FROM communities k LEFT JOIN members w ON w.community = k.id AND w.platform_id = @account
            WHERE k.platform = @platform AND (@community = '' OR k.platform_id = @community) ORDER BY CASE WHEN w.id IS NULL THEN 1 ELSE 0 END, k.id LIMIT @most
            """,
            new { platform = (int)platform, account, community = community ?? string.Empty, most },
            cancellationToken: cancellationToken));
        List<ServedCommunity> served = [];
        foreach (var (key, id) in communities)
        {
            var channels = await connection.QueryAsync<string>(new CommandDefinition(
                $"SELECT name FROM channels WHERE community = @key AND visibility = {ChannelVisibility.Everyone:D} AND name <> '' ORDER BY id LIMIT {ChannelsNamed}", new { key }, cancellationToken: cancellationToken));
            var names = string.Join(", ", channels.Select(name => $"#{OneLine.Of(name.TrimStart('#'), LongestName)}"));
            served.Add(new ServedCommunity(new CommunityId(platform, id), names.Length == 0 ? id : $"{names} ({id})"));
        }

        return served;
    }
}
