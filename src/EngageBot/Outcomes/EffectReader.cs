using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Outcomes;

/// <summary>
/// Reads what asking in private changed in a community: of the posts that could have been held out the share answered by a person within 48 hours of the draw, by the arm into
/// which each was drawn. A post that its author took back counts as not answered, in either arm.
/// </summary>
internal sealed class EffectReader(DbDataSource database, RulesBook rules)
{
    private const long Within = 48 * 3_600_000L;

    private static readonly HotSql Cases = new(
        $"""
        SELECT h.post, h.at, h.is_held FROM hold_out_cases h
        JOIN communities k ON k.id = h.community
        JOIN messages m ON m.id = h.post
        JOIN channels c ON c.id = m.channel AND (@only_for_everyone = 0 OR c.visibility = {ChannelVisibility.Everyone:D})
        WHERE k.platform = @platform AND k.platform_id = @community AND h.at > @from AND h.at <= @until AND h.exemption = {HoldOutExemption.None:D}
        """,
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("from", DbType.Int64),
        ("until", DbType.Int64),
        ("only_for_everyone", DbType.Int32));

    /// <param name="since">Posts drawn before are left out.</param>
    /// <param name="onlyForEveryone">Posts in channels that not everybody can read are left out.</param>
    public async Task<EffectEstimate> ReadAsync(CommunityId community, DateTimeOffset since, DateTimeOffset now, bool onlyForEveryone, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var posts = new PostQuery(session, rules);
        var (asked, heldOut) = (new Tally(), new Tally());
        foreach (var (post, at, isHeld) in await CasesAsync(session, community, since, now, onlyForEveryone, cancellationToken))
        {
            var answered = (await posts.StateAsync(post, at + Within, cancellationToken)).AnsweredAt is not null;
            (isHeld ? heldOut : asked).Add(answered);
        }

        return new EffectEstimate(asked.Share, heldOut.Share);
    }

    private static async Task<List<(long Post, long At, bool IsHeld)>> CasesAsync(
        WriteSession session, CommunityId community, DateTimeOffset since, DateTimeOffset now, bool onlyForEveryone, CancellationToken cancellationToken)
    {
        List<(long, long, bool)> cases = [];
        await using var reader = await session.ReadAsync(
            Cases, cancellationToken, (int)community.Platform, community.Value, since.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds() - Within, onlyForEveryone ? 1 : 0);
        while (await reader.ReadAsync(cancellationToken))
        {
            cases.Add((reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2) == 1));
        }

        return cases;
    }

    private sealed class Tally
    {
        private int _count;
        private int _of;

        public Share Share => new(_count, _of);

        public void Add(bool isAnswered) => (_count, _of) = (_count + (isAnswered ? 1 : 0), _of + 1);
    }
}
