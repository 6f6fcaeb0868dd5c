using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Introductions.Outcomes;
using EngageBot.Unanswered;

namespace EngageBot.Onboarding;

/// <summary>Finds out how posts fared in the channels that are looked after and that everybody can read, which wait, and what the bot would have done about them.</summary>
internal sealed class FindingsReader(WriteSession session, RulesBook rules)
{
    private const long Day = 86_400_000;
    private const int MostWaiting = 5;

    private static readonly HotSql Candidates = new(
        $"""
        SELECT m.id, m.author, m.at, c.id, c.name, c.platform_id, m.thread, m.number, m.spelled, m.text
        FROM channels c
        JOIN messages m ON m.channel = c.id AND m.at >= @from AND m.at <= @now
        WHERE c.community = @community AND c.visibility = 1 AND {PostSql.KindToAll} IN ({PostSql.InvitingKinds}) AND {PostSql.IsPost}
            AND NOT EXISTS (
                SELECT 1 FROM counting_links a JOIN messages r ON r.id = a.message
                WHERE a.parent = m.id AND r.id <> m.id AND (r.author IS NULL OR r.author <> m.author) AND (r.traits & {PostSql.NotByPerson}) = 0 AND r.deleted_at IS NULL)
        ORDER BY m.at DESC, m.id DESC LIMIT 100
        """,
        ("community", DbType.Int64),
        ("from", DbType.Int64),
        ("now", DbType.Int64));

    public async Task<FirstFindings> ReadAsync(KnownCommunity community, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = rules.Of(community.Key);
        var at = now.ToUnixTimeMilliseconds();
        var channels = (await new ChannelShareQuery(session).OfAsync(community.Key, at, cancellationToken)).Where(channel => channel.Posts > 0 && own.Watches(channel.Name, channel.Id)).ToList();
        var fewest = own.FewestHelpersFor(await CommunitySize.OfAsync(session, community.Key, cancellationToken));
        var hasHelpers = community.Helpers >= fewest;
        return new FirstFindings(channels, await WaitingAsync(community, own, hasHelpers, at, cancellationToken), hasHelpers)
        {
            FewestHelpers = fewest,
            HidesFew = community.Id.Platform == Platform.Slack,
            Outcomes = ConfirmedOutcomes.Of(await new IntroducedOutcomeQuery(session).SinceAsync(community.Key, at - (30 * Day), cancellationToken)),
        };
    }

    private async Task<IReadOnlyList<WaitingLine>> WaitingAsync(KnownCommunity community, CommunityRules own, bool hasHelpers, long now, CancellationToken cancellationToken)
    {
        var (states, authors, pace) = (new PostQuery(session, rules), new AuthorQuery(session), new ResponsePace(session, community.Key));
        List<WaitingLine> waiting = [];
        foreach (var post in await CandidatesAsync(community, now, cancellationToken))
        {
            if (waiting.Count < MostWaiting && own.Watches(post.ChannelName, post.Place.Channel.Value) && (await states.StateAsync(post.Key, now, cancellationToken)).IsOpen)
            {
                var comesFirst = await authors.IsNewcomerAsync(post.Author, community.Key, post.At, cancellationToken) || await authors.IsUnheardAsync(post.Author, post.At, cancellationToken);
                var (ofChannel, ofCommunity) = await pace.AtAsync(post.Channel, now, cancellationToken);
                waiting.Add(new WaitingLine
                {
                    Text = post.Text,
                    ChannelName = post.ChannelName,
                    Place = post.Place,
                    Wait = WaitPolicy.For(ofChannel, ofCommunity, comesFirst, own.In(post.ChannelName, post.Place.Channel.Value)).Time,
                    IsAsked = hasHelpers,
                });
            }
        }

        return waiting;
    }

    private async Task<IReadOnlyList<Candidate>> CandidatesAsync(KnownCommunity community, long now, CancellationToken cancellationToken)
    {
        List<Candidate> candidates = [];
        await using var reader = await session.ReadAsync(Candidates, cancellationToken, community.Key, now - (30 * Day), now);
        while (await reader.ReadAsync(cancellationToken))
        {
            candidates.Add(Read(reader, community.Id));
        }

        return candidates;
    }

    private static Candidate Read(DbDataReader reader, CommunityId community) => new(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2))
    {
        Channel = reader.GetInt64(3),
        ChannelName = reader.GetString(4),
        Place = new MessagePlace(
            new ChannelId(community, reader.GetString(5)),
            reader.IsDBNull(6) ? null : new MessageId(reader.GetInt64(6)),
            new MessageId(reader.GetInt64(7), reader.IsDBNull(8) ? null : reader.GetString(8))),
        Text = reader.IsDBNull(9) ? null : reader.GetString(9),
    };

    private sealed record Candidate(long Key, long Author, long At)
    {
        public required long Channel { get; init; }

        public required string ChannelName { get; init; }

        public required MessagePlace Place { get; init; }

        public required string? Text { get; init; }
    }
}
