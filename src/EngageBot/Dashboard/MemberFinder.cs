using System.Data.Common;
using Dapper;
using EngageBot.Chat;

namespace EngageBot.Dashboard;

/// <summary>Whom a moderator means by a name: those of his community who are there and did not opt out. Nobody is told by it of whom the bot has spoken with whom.</summary>
internal sealed class MemberFinder(DbDataSource database)
{
    /// <summary>Offered to choose from while somebody types: those whom the bot got to know last.</summary>
    private const int MostOffered = 300;

    private const int MostFound = 10;
    private const int LongestName = 60;

    private const string Shown =
        """
        SELECT w.platform_id, w.name FROM members w JOIN communities k ON k.id = w.community
        WHERE k.platform = @platform AND k.platform_id = @community AND w.opted_out_at IS NULL AND w.left_at IS NULL AND w.is_bot = 0 AND w.name <> ''
        """;

    public async Task<IReadOnlyList<MemberName>> OfferedAsync(CommunityId community, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(community, $"{Shown} ORDER BY w.id DESC LIMIT {MostOffered}", string.Empty, string.Empty, cancellationToken)).OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>One where it is clear who is meant; several to choose from; none where nobody is called so.</summary>
    /// <param name="written">A name, a part of one, or the platform's id.</param>
    public async Task<IReadOnlyList<MemberName>> FindAsync(CommunityId community, string written, CancellationToken cancellationToken)
    {
        var name = ChatText.Clean(written).Trim().TrimStart('@');
        if (name.Length == 0)
        {
            return [];
        }

        foreach (var sql in (string[])[$"{Shown} AND w.platform_id = @name", $"{Shown} AND LOWER(w.name) = LOWER(@name)", $"{Shown} AND LOWER(w.name) LIKE LOWER(@pattern) ESCAPE '\\'"])
        {
            if (await ReadAsync(community, $"{sql} ORDER BY w.name, w.id LIMIT {MostFound}", name, PatternOf(name), cancellationToken) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>Whatever holds the name.</summary>
    private static string PatternOf(string name) =>
        $"%{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    private async Task<IReadOnlyList<MemberName>> ReadAsync(CommunityId community, string sql, string name, string pattern, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Id, string Name)>(new CommandDefinition(
            sql, new { platform = (int)community.Platform, community = community.Value, name, pattern }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new MemberName(row.Id, OneLine.Of(row.Name, LongestName)))];
    }
}
