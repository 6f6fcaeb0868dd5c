using System.Data;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Members;
using EngageBot.Outbox;

namespace EngageBot.Onboarding;

/// <summary>Says to everybody what moderators had the bot say: the notice before it speaks, and the question who would like to be asked.</summary>
internal sealed class Announcements(WriteSession session, RulesBook rules, OutboxStore store) : IVoice
{
    private static readonly TimeSpan Valid = TimeSpan.FromDays(1);

    private static readonly HotSql Unsaid = new(
        $"""
        SELECT a.id, a.community, a.kind, a.channel, a.text FROM announcements a
        JOIN own_communities k ON k.id = a.community
        WHERE a.at > @since AND NOT EXISTS (
            SELECT 1 FROM outbox o WHERE o.subject = a.id AND o.kind = CASE WHEN a.kind = {Announcement.Notice:D} THEN {OutboxKind.Notice:D} ELSE {OutboxKind.SignUp:D} END)
        ORDER BY a.id
        """,
        ("since", DbType.Int64));

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.Notice, OutboxKind.SignUp];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.OpenAsync(cancellationToken);
        List<NewOutboxEntry> entries = [];
        await using (var reader = await session.ReadAsync(Unsaid, cancellationToken, (now - Valid).ToUnixTimeMilliseconds()))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                entries.Add(Of(reader.GetInt64(0), reader.GetInt64(1), (Announcement)reader.GetInt32(2), reader.GetInt64(3), reader.GetString(4), now));
            }
        }

        foreach (var entry in entries)
        {
            await store.AddAsync(entry, now.ToUnixTimeMilliseconds(), cancellationToken);
        }
    }

    /// <summary>Whoever manages the community said so himself, also where the bot only observes.</summary>
    public Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult<OutboxVerdict>(new OutboxVerdict.Say());

    public void Forget() => store.Forget();

    private NewOutboxEntry Of(long id, long community, Announcement kind, long channel, string text, DateTimeOffset now)
    {
        var texts = rules.Of(community).Wording();
        return new NewOutboxEntry
        {
            Community = community,
            Kind = kind == Announcement.Notice ? OutboxKind.Notice : OutboxKind.SignUp,
            Channel = channel,
            Subject = id,
            Text = text,
            Buttons = kind == Announcement.Notice ? [OptOutCommand.Button(texts), FirstCommand.MeButton(texts)] : [HelperCommand.SignUpButton(texts)],
            Reason = "Somebody who manages the community had it said.",
            ExpiresAt = now + Valid,
            About = [],
        };
    }
}
