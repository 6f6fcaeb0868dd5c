using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Profiles;

/// <summary>
/// Makes all profiles of the communities in a history anew: from what is stored of their messages, and the topics of those whose text is kept no longer from
/// the history. What the profiles knew of texts that are in neither is gone. All or nothing: until it is done, the old ones stay.
/// </summary>
public sealed class ProfileRenewal(DbDataSource database)
{
    private static readonly HotSql FindCommunity = new(
        "SELECT id FROM communities WHERE platform = @platform AND platform_id = @community",
        ("platform", DbType.Int32),
        ("community", DbType.String));

    /// <summary>To be run while nothing else writes: the bot has the profiles in memory.</summary>
    /// <param name="progress">Told the messages read so far.</param>
    /// <returns>How many profiles were made, and how many messages without a text were found in the history.</returns>
    public async Task<(int Profiles, int Reread)> RunAsync(IAsyncEnumerable<ChatEvent> history, Action<long>? progress, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.BeginAsync(cancellationToken);
        var words = new RereadWords(session);
        HashSet<CommunityId> communities = [];
        long read = 0;
        await foreach (var message in history.OfType<MessageCreated>().WithCancellation(cancellationToken))
        {
            communities.Add(message.Community);
            await words.NoteAsync(message, cancellationToken);
            progress?.Invoke(++read);
        }

        await ForgetAsync(communities, session, cancellationToken);
        var profiles = await new ProfileRebuilder(session, words).RebuildAsync(cancellationToken);
        await session.CommitAsync(cancellationToken);
        return (profiles, words.Count);
    }

    private static async Task ForgetAsync(IEnumerable<CommunityId> communities, WriteSession session, CancellationToken cancellationToken)
    {
        var store = new ProfileStore(session);
        foreach (var community in communities)
        {
            if (await session.NumberAsync(FindCommunity, cancellationToken, (int)community.Platform, community.Value) is { } key)
            {
                await store.EraseCommunityAsync(key, cancellationToken);
            }
        }
    }
}
