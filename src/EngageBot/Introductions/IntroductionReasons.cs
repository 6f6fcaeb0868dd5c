using System.Data;
using EngageBot.Chat;
using EngageBot.Chat.Words;
using EngageBot.Database;

namespace EngageBot.Introductions;

/// <summary>Puts into words why two people fit. What is not written where both may read is not looked at.</summary>
/// <param name="names">The words of members' names: a name is no topic, and may be that of somebody who is to be shown nowhere.</param>
internal sealed class IntroductionReasons(WriteSession session, Acquaintance known, IReadOnlySet<uint> names)
{
    private const int MostTopics = 3;
    private const int MostChannels = 2;
    private const int MostContacts = 2;
    private const int LongestTopic = 30;

    private static readonly HotSql Name = new(
        "SELECT name FROM members WHERE id = @member AND is_bot = 0 AND opted_out_at IS NULL",
        ("member", DbType.Int64));

    // Both write there, so both may read it; unless it is private and somebody has left it since.
    private static readonly HotSql Channel = new(
        """
        SELECT c.name FROM channels c
        WHERE c.id = @channel AND (c.visibility <> 2 OR (
            EXISTS (SELECT 1 FROM channel_readers r WHERE r.channel = c.id AND r.member = @one)
            AND EXISTS (SELECT 1 FROM channel_readers r WHERE r.channel = c.id AND r.member = @other)))
        """,
        ("channel", DbType.Int64),
        ("one", DbType.Int64),
        ("other", DbType.Int64));

    private static readonly HotSql Texts = new(
        """
        SELECT m.text, m.channel
        FROM messages m
        CROSS JOIN channels c
        WHERE m.author = @author AND m.text IS NOT NULL AND m.deleted_at IS NULL AND c.id = m.channel AND c.visibility = 1
        ORDER BY m.at DESC LIMIT 500
        """,
        ("author", DbType.Int64));

    /// <summary>The statements, for those who look at their plans.</summary>
    internal static IReadOnlyList<HotSql> Statements => [Name, Channel, Texts];

    /// <summary>Null where no more is to be said than that both write in one channel: that is no reason.</summary>
    public async ValueTask<Introduction?> OfAsync(IntroductionPair pair, CancellationToken cancellationToken)
    {
        var (one, other) = (pair.One.Member, pair.Other.Member);
        var topics = (await TopicsAsync(pair, cancellationToken)).Select(topic => topic.Word).ToList();
        var contacts = await NamesAsync(known.SharedBy(one, other), cancellationToken);
        return topics.Count + contacts.Count == 0 ? null : new Introduction
        {
            One = await session.TextAsync(Name, cancellationToken, one) ?? string.Empty,
            Other = await session.TextAsync(Name, cancellationToken, other) ?? string.Empty,
            Topics = topics,
            Channels = await ChannelsAsync(pair, cancellationToken),
            Contacts = contacts,
        };
    }

    /// <summary>What two of some people, or more, write about: what most of them share first.</summary>
    public async ValueTask<SharedTopics> TopicsAsync(IReadOnlyList<IntroductionCandidate> people, CancellationToken cancellationToken)
    {
        List<(string Word, long Channel)> topics = [];
        for (var one = 0; one < people.Count; one++)
        {
            for (var other = one + 1; other < people.Count; other++)
            {
                topics.AddRange(await TopicsAsync(new IntroductionPair(people[one], people[other], 0), cancellationToken));
            }
        }

        var shared = topics.GroupBy(topic => topic.Word, StringComparer.Ordinal).OrderByDescending(topic => topic.Count()).Take(MostTopics).ToList();
        return new SharedTopics([.. shared.Select(topic => topic.Key)], [.. shared.SelectMany(topic => topic.Select(one => one.Channel)).Distinct().Order()]);
    }

    private async ValueTask<IReadOnlyList<(string Word, long Channel)>> TopicsAsync(IntroductionPair pair, CancellationToken cancellationToken)
    {
        IReadOnlyList<uint> shared = [.. pair.One.Topics.SharedWith(pair.Other.Topics).Where(word => !names.Contains(word))];
        if (shared.Count == 0)
        {
            return [];
        }

        Dictionary<uint, (string, long)> spelled = [];
        foreach (var member in (long[])[pair.One.Member, pair.Other.Member])
        {
            await SpellAsync(spelled, member, shared, cancellationToken);
        }

        return [.. shared.Where(spelled.ContainsKey).Take(MostTopics).Select(word => spelled[word])];
    }

    /// <summary>Topics are numbers: the words themselves stand in what somebody wrote, as long as that is kept.</summary>
    private async ValueTask SpellAsync(Dictionary<uint, (string Word, long Channel)> spelled, long member, IReadOnlyList<uint> numbers, CancellationToken cancellationToken)
    {
        var wanted = numbers.ToHashSet();
        await using var reader = await session.ReadAsync(Texts, cancellationToken, member);
        while (spelled.Count < wanted.Count && await reader.ReadAsync(cancellationToken))
        {
            foreach (var word in new WordReader(reader.GetString(0)))
            {
                if (word.Kind == WordKind.Word && WordHash.Of(word.Word) is var number && wanted.Contains(number) && !spelled.ContainsKey(number))
                {
                    spelled.Add(number, (OneLine.Of(word.Word.ToString().ToLowerInvariant(), LongestTopic), reader.GetInt64(1)));
                }
            }
        }
    }

    private async ValueTask<IReadOnlyList<string>> ChannelsAsync(IntroductionPair pair, CancellationToken cancellationToken)
    {
        var shared = pair.One.Profile.Channels.ToArray()
            .Select(mine => (mine.Channel, Lines: Math.Min(mine.Lines, pair.Other.Profile.In(mine.Channel).Lines)))
            .Where(channel => channel.Lines > 0)
            .OrderByDescending(channel => channel.Lines);
        List<string> shown = [];
        foreach (var (channel, _) in shared)
        {
            if (shown.Count < MostChannels && await session.TextAsync(Channel, cancellationToken, (long)channel, pair.One.Member, pair.Other.Member) is { } name)
            {
                shown.Add(name);
            }
        }

        return shown;
    }

    private async ValueTask<IReadOnlyList<string>> NamesAsync(IReadOnlyList<long> members, CancellationToken cancellationToken)
    {
        List<string> shown = [];
        foreach (var member in members)
        {
            if (shown.Count < MostContacts && await session.TextAsync(Name, cancellationToken, member) is { } name)
            {
                shown.Add(name);
            }
        }

        return shown;
    }
}
