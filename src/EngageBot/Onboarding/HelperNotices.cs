using System.Data;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Members;
using EngageBot.Outbox;

namespace EngageBot.Onboarding;

/// <summary>
/// Tells the members of the role that moderators named, each once and in private, that they may be asked to help; from then on they may, unless they say <i>No thanks</i>. Nobody
/// is told who decided something about helping himself before.
/// </summary>
/// <param name="report">Takes word of those who were told. It is told again until that is stored.</param>
internal sealed class HelperNotices(WriteSession session, RulesBook rules, OutboxStore store, Func<ChatEvent, CancellationToken, ValueTask> report) : IVoice
{
    private const string NoDecision = "NOT EXISTS (SELECT 1 FROM member_settings s WHERE s.member = m.id)";

    private static readonly TimeSpan Valid = TimeSpan.FromDays(14);

    /// <summary>All members of the community are looked through for the role.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);

    private static readonly HotSql Live = new("SELECT id FROM own_communities WHERE live_since IS NOT NULL ORDER BY id");

    private static readonly HotSql Untold = new(
        $"""
        SELECT m.id, (SELECT MIN(c.id) FROM channels c WHERE c.community = m.community AND c.visibility = 1)
        FROM members m
        WHERE m.community = @community AND m.is_bot = 0 AND m.opted_out_at IS NULL
            AND m.roles LIKE @role ESCAPE '!'
            AND {NoDecision}
            AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.member = m.id AND o.kind = {OutboxKind.HelperNotice:D})
        ORDER BY m.id LIMIT 20
        """,
        ("community", DbType.Int64),
        ("role", DbType.String));

    private static readonly HotSql Told = new(
        $"""
        SELECT k.platform, k.platform_id, m.platform_id
        FROM outbox o
        JOIN members m ON m.id = o.member AND m.opted_out_at IS NULL
        JOIN communities k ON k.id = m.community
        WHERE o.community = @community AND o.kind = {OutboxKind.HelperNotice:D} AND o.state = {OutboxState.Sent:D} AND {NoDecision}
        """,
        ("community", DbType.Int64));

    private static readonly HotSql HasDecided = new(
        $"SELECT 1 FROM members m WHERE m.id = @member AND NOT ({NoDecision})",
        ("member", DbType.Int64));

    private DateTimeOffset _lookedAt;

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.HelperNotice];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now - _lookedAt < BetweenLooks)
        {
            return;
        }

        await session.OpenAsync(cancellationToken);
        foreach (var community in await LiveAsync(cancellationToken))
        {
            foreach (var member in await ToldAsync(community, cancellationToken))
            {
                await report(new MemberChoice.Helps(member.Community, now, member, Topics: null), cancellationToken);
            }

            if (rules.Of(community).HelperRole is { } role)
            {
                await AddAsync(community, role, now, cancellationToken);
            }
        }

        _lookedAt = now;
    }

    public async Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) =>
        await session.NumberAsync(HasDecided, cancellationToken, entry.MemberKey!.Value) is null
            ? new OutboxVerdict.Say()
            : new OutboxVerdict.Drop("The member decided about helping already.");

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget()
    {
        store.Forget();
        _lookedAt = default;
    }

    private async Task AddAsync(long community, string role, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<(long Member, long Channel)> untold = [];
        await using (var reader = await session.ReadAsync(Untold, cancellationToken, community, StoredRoles.Like(role)))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                if (!reader.IsDBNull(1))
                {
                    untold.Add((reader.GetInt64(0), reader.GetInt64(1)));
                }
            }
        }

        var texts = rules.Of(community).Wording();
        foreach (var (member, channel) in untold)
        {
            var entry = new NewOutboxEntry
            {
                Community = community,
                Kind = OutboxKind.HelperNotice,
                Channel = channel,
                Subject = community,
                Member = member,
                Text = texts["helper.notice"],
                Buttons = [HelperCommand.NoThanksButton(texts)],
                Reason = "Moderators named the role as helpers.",
                ExpiresAt = now + Valid,
                About = [],
            };
            await store.AddAsync(entry, now.ToUnixTimeMilliseconds(), cancellationToken);
        }
    }

    private async Task<IReadOnlyList<MemberId>> ToldAsync(long community, CancellationToken cancellationToken)
    {
        List<MemberId> told = [];
        await using var reader = await session.ReadAsync(Told, cancellationToken, community);
        while (await reader.ReadAsync(cancellationToken))
        {
            told.Add(new MemberId(new CommunityId((Platform)reader.GetInt32(0), reader.GetString(1)), reader.GetString(2)));
        }

        return told;
    }

    private async Task<IReadOnlyList<long>> LiveAsync(CancellationToken cancellationToken)
    {
        List<long> communities = [];
        await using var reader = await session.ReadAsync(Live, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            communities.Add(reader.GetInt64(0));
        }

        return communities;
    }
}
