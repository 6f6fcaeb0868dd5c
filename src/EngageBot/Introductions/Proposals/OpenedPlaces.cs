using System.Data;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Introductions.Proposals;

/// <summary>Whether a message stands in a place that the bot opened for some members: of those only that people wrote is kept.</summary>
internal sealed class OpenedPlaces(WriteSession session)
{
    private static readonly HotSql IsOne = new(
        // By three indexes, not by one with OR: that went through all places of the community.
        """
        SELECT 1 FROM (
            SELECT t.community FROM outbox t WHERE t.meeting IS NOT NULL AND t.message = @thread
            UNION ALL SELECT c.community FROM outbox c WHERE c.meeting IS NOT NULL AND c.message_channel = @channel
            UNION ALL SELECT i.community FROM outbox i WHERE i.meeting IS NOT NULL AND i.message_channel = @threads) o
        CROSS JOIN communities k
        WHERE k.id = o.community AND k.platform = @platform AND k.platform_id = @community LIMIT 1
        """,
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("thread", DbType.Int64),
        ("channel", DbType.String),
        ("threads", DbType.String));

    /// <param name="isForEveryone">Every member can read the channel: then only a thread in it can be such a place.</param>
    public async ValueTask<bool> HaveAsync(MessageCreated created, bool isForEveryone, CancellationToken cancellationToken) =>
        Asks(created, isForEveryone) is { } question && await session.NumberAsync(question, cancellationToken) is not null;

    /// <summary>What <see cref="HaveAsync"/> asks; null where it need not.</summary>
    public static Question? Asks(MessageCreated created, bool isForEveryone) => created.Thread is null && isForEveryone ? null : new Question(
        IsOne,
        (int)created.Community.Platform,
        created.Community.Value,
        created.Thread?.Number ?? -1,
        created.Channel.Value,
        created.Thread is { } thread ? thread.Number.ToString(CultureInfo.InvariantCulture) : string.Empty);
}
