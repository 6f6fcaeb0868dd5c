using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;
using EngageBot.Why;

namespace EngageBot.Dashboard;

/// <summary>What the command <c>log</c> tells, in longer pages. That somebody looked is kept, as there.</summary>
internal sealed class ActivityReader(DbDataSource database, RulesBook rules, Visibility visibility, Decide decide)
{
    private const int MostLines = 25;

    /// <param name="about">Only what was said to this member; null for all.</param>
    /// <param name="page">From 0, the newest.</param>
    public async Task<Activity> ReadAsync(Asker by, MemberId? about, int page, TextBook texts, CancellationToken cancellationToken)
    {
        await decide(new MemberChoice.LooksAtLog(by.Community, by.At, by.Member, about), cancellationToken);
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        if (await CommunityKey.OfAsync(session, by.Community, cancellationToken) is not { } community)
        {
            return new Activity([], HasMore: false);
        }

        var query = new SaidQuery(session);
        long? member = about is { } named ? await query.MemberAsync(named, cancellationToken) ?? 0 : null;
        var said = await query.LogAsync(community, by.At.ToUnixTimeMilliseconds(), member, MostLines + 1, (long)page * MostLines, cancellationToken);
        var outcomes = new SaidOutcomes(session, rules);
        List<SaidLine> lines = [];
        foreach (var one in said.Take(MostLines))
        {
            lines.Add(await LineAsync(one, outcomes, by, texts, cancellationToken));
        }

        return new Activity(lines, said.Count > MostLines);
    }

    private async Task<SaidLine> LineAsync(Said said, SaidOutcomes outcomes, Asker by, TextBook texts, CancellationToken cancellationToken)
    {
        var maySee = await visibility.MaySeeAsync(by.Member, said.Channel, cancellationToken);
        var place = maySee ? SaidWords.Channel(said) : texts["log.hidden"];
        return new SaidLine(
            said.IsPrivate ? texts.Of("log.private", ("channel", place)) : place,
            SaidWords.State(said, texts),
            SaidWords.Reason(said, texts),
            await outcomes.OfAsync(said, maySee, texts, by.At.ToUnixTimeMilliseconds(), cancellationToken));
    }
}
