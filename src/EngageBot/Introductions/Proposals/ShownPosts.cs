using System.Data;
using EngageBot.Chat;
using EngageBot.Chat.Words;
using EngageBot.Communities;
using EngageBot.Database;

namespace EngageBot.Introductions.Proposals;

/// <summary>Finds something that a member wrote where everybody can read it, that shows what he is interested in; and a channel near which two find each other.</summary>
internal sealed class ShownPosts(WriteSession session, RulesBook rules)
{
    private const long Quarter = 91L * 86_400_000;

    // Nothing that has to be left to people is quoted.
    private static readonly HotSql Written = new(
        $"""
        SELECT m.id, m.text, c.name, c.platform_id
        FROM messages m
        CROSS JOIN channels c
        WHERE m.author = @author AND m.deleted_at IS NULL AND (m.traits & 7) = 0
            AND m.kind NOT IN ({PostKind.Complaint:D}, {PostKind.Crisis:D}, {PostKind.Quarrel:D}, {PostKind.Scam:D})
            AND c.id = m.channel AND c.visibility = {ChannelVisibility.Everyone:D}
        ORDER BY m.at DESC LIMIT 300
        """,
        ("author", DbType.Int64));

    private static readonly HotSql Channels = new(
        $"""
        SELECT c.id, c.name, c.platform_id,
            (SELECT MAX(m.at) FROM messages m WHERE m.author = @one AND m.at > @since AND m.channel = c.id AND m.thread IS NULL),
            (SELECT MAX(m.at) FROM messages m WHERE m.author = @other AND m.at > @since AND m.channel = c.id AND m.thread IS NULL)
        FROM channels c WHERE c.community = @community AND c.visibility = {ChannelVisibility.Everyone:D}
        ORDER BY c.id
        """,
        ("community", DbType.Int64),
        ("one", DbType.Int64),
        ("other", DbType.Int64),
        ("since", DbType.Int64));

    /// <summary>The last that has one of the words in it, else the last whose words are kept, else the last; null where nothing may be shown.</summary>
    public async Task<long?> OfAsync(long community, long member, IReadOnlyCollection<string> words, CancellationToken cancellationToken)
    {
        var own = rules.Of(community);
        long? last = null;
        long? lastOfAll = null;
        await using var reader = await session.ReadAsync(Written, cancellationToken, member);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (own.Watches(reader.GetString(2), reader.GetString(3)))
            {
                var text = reader.IsDBNull(1) ? null : reader.GetString(1);
                lastOfAll ??= reader.GetInt64(0);
                last ??= text is null ? null : reader.GetInt64(0);
                if (text is not null && (words.Count == 0 || Has(text, words)))
                {
                    return reader.GetInt64(0);
                }
            }
        }

        return last ?? lastOfAll;
    }

    /// <summary>The channel that the rules name, else one in which both wrote of late, else one of them, else any that everybody can read; null for none.</summary>
    public async Task<long?> ChannelAsync(long community, long one, long other, long now, CancellationToken cancellationToken)
    {
        var own = rules.Of(community);
        List<(long Key, bool IsNamed, int Writers, long At)> found = [];
        await using var reader = await session.ReadAsync(Channels, cancellationToken, community, one, other, now - Quarter);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (name, id) = (reader.GetString(1), reader.GetString(2));
            var isNamed = own.IntroductionChannel is { } named && CommunityRules.IsNamed(named, name, id);
            if (isNamed || IsSuitable(own, name, id))
            {
                var (ofOne, ofOther) = (reader.IsDBNull(3) ? 0 : reader.GetInt64(3), reader.IsDBNull(4) ? 0 : reader.GetInt64(4));
                found.Add((reader.GetInt64(0), isNamed, (ofOne > 0 ? 1 : 0) + (ofOther > 0 ? 1 : 0), Math.Max(ofOne, ofOther)));
            }
        }

        return found.Count == 0 ? null : found.OrderByDescending(channel => channel.IsNamed).ThenByDescending(channel => channel.Writers).ThenByDescending(channel => channel.At).First().Key;
    }

    /// <summary>A channel in which people talk, and not the bot.</summary>
    public static bool IsSuitable(CommunityRules rules, string name, string id) =>
        rules.Watches(name, id) && !rules.IsBoardChannel(name, id) && !(rules.ModeratorChannel is { } moderators && CommunityRules.IsNamed(moderators, name, id));

    private static bool Has(string text, IReadOnlyCollection<string> words)
    {
        foreach (var word in new WordReader(text))
        {
            var written = word.Word;
            foreach (var wanted in words)
            {
                if (written.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
