using System.Data.Common;
using Dapper;
using EngageBot.Chat;
using EngageBot.Commands;

namespace EngageBot.Communities;

/// <summary>What the channels of a community are called, for commands.</summary>
/// <param name="maySee">Without it nobody may see what not everybody can read.</param>
internal sealed class ChannelNames(DbDataSource database, MaySee? maySee = null)
{
    /// <summary>The names by the platform's ids.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(CommunityId community, CancellationToken cancellationToken) =>
        (await AllAsync(community, cancellationToken)).ToDictionary(channel => channel.Id, channel => channel.Name);

    /// <summary>
    /// The names, by the platform's ids, of the channels that whoever asks may mean: of those that he names the ones that he can read himself. Nobody has the bot look after, or
    /// write in, what he cannot see, nor learns from it that there is such a thing.
    /// </summary>
    /// <param name="written">In which channels are named, by their names or ids.</param>
    /// <param name="known">Names or ids of channels that moderators named before: to leave them as they are everybody may.</param>
    public async Task<IReadOnlyDictionary<string, string>> MeantByAsync(MemberId asker, string written, IReadOnlyList<string> known, CancellationToken cancellationToken)
    {
        Dictionary<string, string> meant = [];
        foreach (var (id, name, visibility) in await AllAsync(asker.Community, cancellationToken))
        {
            if (IsIn(written, name, id) && (known.Any(one => CommunityRules.IsNamed(one, name, id)) || await MaySeeAsync(asker, id, visibility, cancellationToken)))
            {
                meant[id] = name;
            }
        }

        return meant;
    }

    private static bool IsIn(string written, string name, string id) =>
        written.Contains(name.TrimStart('#'), StringComparison.OrdinalIgnoreCase) || written.Contains(id, StringComparison.OrdinalIgnoreCase);

    private Task<bool> MaySeeAsync(MemberId asker, string channel, int visibility, CancellationToken cancellationToken) =>
        maySee is null ? Task.FromResult(visibility == (int)ChannelVisibility.Everyone) : maySee(asker, new ChannelId(asker.Community, channel), cancellationToken);

    private async Task<IEnumerable<(string Id, string Name, int Visibility)>> AllAsync(CommunityId community, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QueryAsync<(string, string, int)>(new CommandDefinition(
            """
            SELECT c.platform_id, c.name, c.visibility FROM channels c JOIN communities k ON k.id = c.community
            WHERE k.platform = @platform AND k.platform_id = @id
            """,
            new { platform = (int)community.Platform, id = community.Value },
            cancellationToken: cancellationToken));
    }
}
