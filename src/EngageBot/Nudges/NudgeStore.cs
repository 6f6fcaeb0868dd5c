using System.Data;
using EngageBot.Database;

namespace EngageBot.Nudges;

/// <summary>What the bot planned to say. One row a post, step and person, however often it is planned.</summary>
internal sealed class NudgeStore(WriteSession session)
{
    private static readonly HotSql Add = new(
        """
        INSERT INTO nudges (post, step, place, member, planned_at, reason) VALUES (@post, @step, @place, @member, @planned_at, @reason)
        ON CONFLICT (post, step, place) DO NOTHING
        """,
        ("post", DbType.Int64),
        ("step", DbType.Int32),
        ("place", DbType.Int32),
        ("member", DbType.Int64),
        ("planned_at", DbType.Int64),
        ("reason", DbType.String));

    private static readonly HotSql LastStep = new("SELECT MAX(step) FROM nudges WHERE post = @post", ("post", DbType.Int64));

    public async ValueTask AddAsync(Nudge nudge, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(Add, cancellationToken, nudge.Post, (int)nudge.Step, nudge.Place, nudge.Member, nudge.At, nudge.Reason);

    /// <summary>The highest step planned for a post; null where none is.</summary>
    public async ValueTask<NudgeStep?> LastStepAsync(long post, CancellationToken cancellationToken) =>
        (NudgeStep?)(int?)await session.NumberAsync(LastStep, cancellationToken, post);
}
