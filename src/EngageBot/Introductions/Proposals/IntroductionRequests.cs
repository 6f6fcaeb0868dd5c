using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Introductions.Proposals;

/// <summary>Turns what members asked for into introductions, where that can be. Of what cannot nobody hears: it would tell who wants to be introduced and who does not.</summary>
internal sealed class IntroductionRequests(WriteSession session, IntroductionFinder finder, IntroductionStore store)
{
    private const long Hour = 3_600_000;

    /// <summary>Somebody who fits is looked for again each hour, for so long.</summary>
    private const long Longest = 14 * 24 * Hour;

    private const int AtOnce = 20;

    private static readonly HotSql New = new(
        $"""
        SELECT r.id, r.community, r.member, r.who, r.about, r.at, g.is_agreed
        FROM introduction_requests r
        JOIN own_communities k ON k.id = r.community AND k.live_since IS NOT NULL
        LEFT JOIN agreements g ON g.member = r.who AND g.kind = {ContactKind.Introduction:D}
        WHERE r.handled_at IS NULL AND (r.tried_at IS NULL OR r.tried_at <= @tried)
        ORDER BY r.id LIMIT {AtOnce}
        """,
        ("tried", DbType.Int64));

    private static readonly HotSql Handled = new("UPDATE introduction_requests SET handled_at = @at WHERE id = @id", ("id", DbType.Int64), ("at", DbType.Int64));

    private static readonly HotSql Tried = new("UPDATE introduction_requests SET tried_at = @at WHERE id = @id", ("id", DbType.Int64), ("at", DbType.Int64));

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var at = now.ToUnixTimeMilliseconds();
        foreach (var request in await ReadAsync(at - Hour, cancellationToken))
        {
            await session.BeginAsync(cancellationToken);
            var introduction = request.Who is not { } who ? await finder.ForAsync(request.Community, request.Member, request.About, at, cancellationToken)
                : request.IsAgreed ? await finder.ToAsync(request.Community, request.Member, who, request.About, at, cancellationToken)
                : null;
            if (introduction is not null)
            {
                await store.AddAsync(introduction, at, cancellationToken);
            }

            var isDone = introduction is not null || request.Who is not null || at - request.At > Longest;
            await session.ExecuteAsync(isDone ? Handled : Tried, cancellationToken, request.Id, at);
            await session.CommitAsync(cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Request>> ReadAsync(long tried, CancellationToken cancellationToken)
    {
        List<Request> requests = [];
        await using var reader = await session.ReadAsync(New, cancellationToken, tried);
        while (await reader.ReadAsync(cancellationToken))
        {
            requests.Add(new Request
            {
                Id = reader.GetInt64(0),
                Community = reader.GetInt64(1),
                Member = reader.GetInt64(2),
                Who = reader.IsDBNull(3) ? null : reader.GetInt64(3),
                About = reader.IsDBNull(4) ? null : reader.GetString(4),
                At = reader.GetInt64(5),
                IsAgreed = !reader.IsDBNull(6) && reader.GetInt32(6) != 0,
            });
        }

        return requests;
    }

    private sealed record Request
    {
        public required long Id { get; init; }

        public required long Community { get; init; }

        public required long Member { get; init; }

        public required long? Who { get; init; }

        public required string? About { get; init; }

        public required long At { get; init; }

        /// <summary>The other wants to be introduced to people.</summary>
        public required bool IsAgreed { get; init; }
    }
}
