using System.Data;
using System.Data.Common;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Profiles;

/// <summary>
/// Makes anew what is lost: profiles of members whose messages are stored, without a row of their own. Counts, channels, hours and answers come back from what
/// is kept of every message; topics from the texts that are still kept and, where a text is gone, from a history that was read again, or else from the sites
/// it linked to.
/// </summary>
internal sealed class ProfileRebuilder(WriteSession session, RereadWords? reread = null)
{
    /// <summary>Who opted out is not profiled, and who is nobody's author has nothing to be made from.</summary>
    private static readonly HotSql Lost = new(
        """
        SELECT m.id, m.community
        FROM members m
        JOIN own_communities k ON k.id = m.community
        WHERE m.is_bot = 0 AND m.opted_out_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM member_profiles p WHERE p.member = m.id)
            AND EXISTS (SELECT 1 FROM messages w WHERE w.author = m.id AND (w.traits & 7) = 0)
        """);

    private static readonly HotSql Written = new(
        $"""
        SELECT m.id, m.channel, m.at, m.traits, m.kind, m.text, {Starts("m")}, c.visibility,
            p.id, p.author, p.traits, p.kind, p.text, {Starts("p")}
        FROM messages m
        JOIN channels c ON c.id = m.channel
        LEFT JOIN links l ON l.message = m.id AND NOT EXISTS (SELECT 1 FROM links surer WHERE surer.message = l.message AND surer.source > l.source)
        LEFT JOIN messages p ON p.id = l.parent AND p.id <> m.id
        WHERE m.author = @member AND (m.traits & 7) = 0
        ORDER BY m.id
        """,
        ("member", DbType.Int64));

    private static readonly HotSql Sites = new("SELECT domain FROM link_domains WHERE message = @message ORDER BY domain", ("message", DbType.Int64));

    private readonly ProfileStore _store = new(session);
    private readonly ProfileBook _reader = new();

    private static string Starts(string message) =>
        $"CASE WHEN NOT EXISTS (SELECT 1 FROM links f WHERE f.message = {message}.id AND (f.parent IS NULL OR f.parent <> {message}.id)) THEN 1 ELSE 0 END";

    /// <summary>All that are lost. Inside a transaction, and before the messages that are to come are stored.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RebuildAsync(CancellationToken cancellationToken)
    {
        var lost = await LostAsync(cancellationToken);
        foreach (var community in lost.GroupBy(member => member.Community, member => member.Member))
        {
            var words = await _store.WordsAsync(community.Key, cancellationToken);
            var areWordsLost = words.Counts.Messages == 0;
            foreach (var member in community)
            {
                await _store.PutAsync(member, await ProfileAsync(member, words, areWordsLost, cancellationToken), cancellationToken);
            }

            if (words.HasUnwritten)
            {
                await _store.PutAsync(community.Key, words, cancellationToken);
            }
        }

        return lost.Count;
    }

    private async Task<IReadOnlyList<(long Member, long Community)>> LostAsync(CancellationToken cancellationToken)
    {
        List<(long, long)> lost = [];
        await using var reader = await session.ReadAsync(Lost, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            lost.Add((reader.GetInt64(0), reader.GetInt64(1)));
        }

        return lost;
    }

    private async Task<MemberProfile> ProfileAsync(long member, CommunityWords words, bool areWordsLost, CancellationToken cancellationToken)
    {
        var profile = new MemberProfile();
        foreach (var stored in await WrittenAsync(member, cancellationToken))
        {
            var line = stored.HasText ? stored.Line.Words : reread?.Find(stored.Message) ?? await SitesAsync(stored.Message, cancellationToken);
            if (areWordsLost)
            {
                words.Count(line);
            }

            var answers = stored.Answered is { IsByPerson: true } && stored.Answered.Author != member;
            ProfileLearner.Learn(profile, new ProfileLine((int)stored.Channel, stored.IsOpen, stored.At, stored.Line.Asks), line, stored.Answered, answers, words.Counts);
        }

        return profile;
    }

    private async Task<IReadOnlyList<Stored>> WrittenAsync(long member, CancellationToken cancellationToken)
    {
        List<Stored> lines = [];
        await using var reader = await session.ReadAsync(Written, cancellationToken, member);
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(new Stored(
                reader.GetInt64(0),
                reader.GetInt64(1),
                reader.GetInt64(2),
                !reader.IsDBNull(5),
                (ChannelVisibility)reader.GetInt32(7) == ChannelVisibility.Everyone,
                LineOf(reader, member, 3),
                reader.IsDBNull(8) ? null : AnsweredOf(reader)));
        }

        return lines;
    }

    private RecentLine AnsweredOf(DbDataReader reader)
    {
        var line = LineOf(reader, reader.IsDBNull(9) ? null : reader.GetInt64(9), 10);
        return reader.IsDBNull(12) && reread?.Find(reader.GetInt64(8)) is { } words ? line with { Words = words } : line;
    }

    private RecentLine LineOf(DbDataReader reader, long? author, int from) => _reader.LineOf(
        author,
        (MessageTraits)reader.GetInt32(from),
        (PostKind)reader.GetInt32(from + 1),
        reader.IsDBNull(from + 2) ? null : reader.GetString(from + 2),
        Convert.ToInt64(reader.GetValue(from + 3), CultureInfo.InvariantCulture) == 1);

    private async ValueTask<uint[]> SitesAsync(long message, CancellationToken cancellationToken)
    {
        List<uint> sites = [];
        await using var reader = await session.ReadAsync(Sites, cancellationToken, message);
        while (await reader.ReadAsync(cancellationToken))
        {
            sites.Add(TopicWords.OfSite(reader.GetString(0)));
        }

        return [.. sites];
    }

    private sealed record Stored(long Message, long Channel, long At, bool HasText, bool IsOpen, RecentLine Line, RecentLine? Answered);
}
