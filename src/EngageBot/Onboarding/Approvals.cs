using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Onboarding;

/// <summary>
/// Holds the first messages of each kind in a community until a moderator lets them through, and shows them to moderators. All that goes to members passes here, whichever voice
/// says it, except what moderators had said themselves, and eyes, which are no message and would come too late. Where no place is known to show it, it stands in their queue
/// alone (<see cref="ApprovalList"/>), and is shown once there is one.
/// </summary>
internal sealed class Approvals(WriteSession session, RulesBook rules, ModeratorMessages moderators, OutboxStore store) : IVoice
{
    private static readonly HotSql Facts = new(
        $"""
        SELECT (SELECT a.is_said FROM approvals a WHERE a.entry = @entry),
            (SELECT COUNT(*) FROM approvals a WHERE a.entry = @entry),
            (SELECT COUNT(*) FROM (
                SELECT 1 AS one FROM outbox o LEFT JOIN approvals a ON a.entry = o.id
                WHERE o.community = @community AND o.kind = @kind AND (o.sent_at IS NOT NULL OR a.is_said = 1) ORDER BY o.sent_at DESC LIMIT @most) said),
            (SELECT COUNT(*) FROM approvals a JOIN outbox o ON o.id = a.entry AND o.state = {OutboxState.Planned:D}
                WHERE a.community = @community AND a.kind = @kind AND a.is_said IS NULL),
            c.name, c.platform_id, c.visibility
        FROM outbox o JOIN channels c ON c.id = o.channel WHERE o.id = @entry
        """,
        ("entry", DbType.Int64),
        ("community", DbType.Int64),
        ("kind", DbType.Int32),
        ("most", DbType.Int32));

    private static readonly HotSql PutShown = new(
        "INSERT INTO approvals (entry, community, kind, shown_at) VALUES (@entry, @community, @kind, @at) ON CONFLICT (entry) DO NOTHING",
        ("entry", DbType.Int64),
        ("community", DbType.Int64),
        ("kind", DbType.Int32),
        ("at", DbType.Int64));

    private static readonly HotSql Undecided = new(
        $"""
        SELECT a.entry, o.state, o.kind, o.member, o.text, c.name, c.platform_id, c.visibility, a.community, s.id, s.state, s.text
        FROM approvals a
        JOIN own_communities k ON k.id = a.community
        JOIN outbox o ON o.id = a.entry
        JOIN channels c ON c.id = o.channel
        JOIN outbox s ON s.kind = {OutboxKind.Approval:D} AND s.subject = a.entry
        WHERE a.is_said IS NULL AND s.unwanted_at IS NULL AND s.state IN ({OutboxState.Planned:D}, {OutboxState.Sent:D})
        ORDER BY a.entry LIMIT 200
        """);

    private static readonly HotSql Posts = new("SELECT post FROM outbox_posts WHERE entry = @entry ORDER BY place", ("entry", DbType.Int64));

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.Approval];

    /// <summary>What is over needs no word any more; what has changed is shown as it is now.</summary>
    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.OpenAsync(cancellationToken);
        foreach (var shown in await UndecidedAsync(cancellationToken))
        {
            if (shown.State != OutboxState.Planned)
            {
                await store.WithdrawAsync(shown.Message, "It was over before anybody decided.", now.ToUnixTimeMilliseconds(), cancellationToken);
            }
            else if (shown.MessageState is OutboxState.Planned or OutboxState.Sent && shown.Text != shown.Wanted)
            {
                var about = await AboutAsync(shown.Entry, cancellationToken);
                await store.ChangeAsync(shown.Message, shown.Wanted, ApproveTexts.Buttons(shown.Entry, shown.Texts), about, now.ToUnixTimeMilliseconds(), cancellationToken);
            }
        }
    }

    public Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult<OutboxVerdict>(new OutboxVerdict.Say());

    public void Forget() => store.Forget();

    /// <summary>The last question before something goes to members.</summary>
    public async Task<OutboxVerdict> LetThroughAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var first = rules.Of(entry.Community).Approvals;
        if (first == 0 || OutboxKinds.IsForModerators(entry.Kind) || entry.Kind is OutboxKind.Notice or OutboxKind.SignUp or OutboxKind.Eyes)
        {
            return new OutboxVerdict.Say();
        }

        var (facts, channel) = await FactsAsync(entry, first, cancellationToken);
        var step = ApprovalPolicy.Of(facts, first);
        if (step == ApprovalStep.Show || (step == ApprovalStep.Wait && facts.IsShown))
        {
            await ShowAsync(entry, channel, now, cancellationToken);
        }

        return step switch
        {
            ApprovalStep.Say => new OutboxVerdict.Say(),
            ApprovalStep.Drop => new OutboxVerdict.Drop("A moderator did not want it."),
            _ => new OutboxVerdict.Hold("It waits for a moderator's word."),
        };
    }

    /// <summary>Puts it before moderators: into their queue, and where they hear from the bot, once that is known.</summary>
    private async Task ShowAsync(OutboxEntry entry, string channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(PutShown, cancellationToken, entry.Id, entry.Community, (int)entry.Kind, now.ToUnixTimeMilliseconds());
        if (await moderators.IsSaidAsync(OutboxKind.Approval, entry.Id, cancellationToken))
        {
            return;
        }

        var texts = rules.Of(entry.Community).Wording();
        var message = new ModeratorMessage
        {
            Community = entry.Community,
            Kind = OutboxKind.Approval,
            Subject = entry.Id,
            Text = ApproveTexts.Of(entry.Kind, entry.Member is not null, channel, entry.Text, texts),
            Buttons = ApproveTexts.Buttons(entry.Id, texts),
            Reason = "The first messages of each kind are shown to moderators before they are said.",
            About = await AboutAsync(entry.Id, cancellationToken),
        };
        await moderators.AddAsync(message, now, cancellationToken);
    }

    private async Task<(ApprovalFacts Facts, string Channel)> FactsAsync(OutboxEntry entry, int most, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Facts, cancellationToken, entry.Id, entry.Community, (int)entry.Kind, most);
        await reader.ReadAsync(cancellationToken);
        var facts = new ApprovalFacts
        {
            Word = reader.IsDBNull(0) ? null : reader.GetInt32(0) == 1,
            IsShown = reader.GetInt64(1) > 0,
            Said = reader.GetInt64(2),
            Waiting = reader.GetInt64(3),
        };
        return (facts, ChannelOf(reader, 4, rules.Of(entry.Community)));
    }

    /// <summary>What a message speaks of, the question whether it may be said speaks of too.</summary>
    private async Task<IReadOnlyList<long>> AboutAsync(long entry, CancellationToken cancellationToken)
    {
        List<long> about = [];
        await using var reader = await session.ReadAsync(Posts, cancellationToken, entry);
        while (await reader.ReadAsync(cancellationToken))
        {
            about.Add(reader.GetInt64(0));
        }

        return about;
    }

    /// <summary>What moderators may not all see is not named to them.</summary>
    private static string ChannelOf(DbDataReader reader, int column, CommunityRules own)
    {
        var (name, id) = (reader.GetString(column), reader.GetString(column + 1));
        return reader.GetInt32(column + 2) == (int)ChannelVisibility.Everyone || own.IsWatchedByName(name, id) ? name : "…";
    }

    private async Task<IReadOnlyList<Shown>> UndecidedAsync(CancellationToken cancellationToken)
    {
        List<Shown> undecided = [];
        await using var reader = await session.ReadAsync(Undecided, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var own = rules.Of(reader.GetInt64(8));
            var texts = own.Wording();
            var wanted = ApproveTexts.Of((OutboxKind)reader.GetInt32(2), !reader.IsDBNull(3), ChannelOf(reader, 5, own), reader.GetString(4), texts);
            undecided.Add(new Shown(reader.GetInt64(0), (OutboxState)reader.GetInt32(1), reader.GetInt64(9))
            {
                MessageState = (OutboxState)reader.GetInt32(10),
                Text = reader.GetString(11),
                Wanted = wanted,
                Texts = texts,
            });
        }

        return undecided;
    }

    private sealed record Shown(long Entry, OutboxState State, long Message)
    {
        public required OutboxState MessageState { get; init; }

        public required string Text { get; init; }

        public required string Wanted { get; init; }

        public required TextBook Texts { get; init; }
    }
}
