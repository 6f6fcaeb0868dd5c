using System.Data;
using System.Security.Cryptography;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Outcomes;

/// <summary>Decides of each post that would be asked about whether it is held out, and keeps that: once drawn it stays so.</summary>
internal sealed class HoldOutDraw(WriteSession session, AuthorQuery authors)
{
    private const long Day = 86_400_000;

    /// <summary>No more are counted than it takes: a large community has thousands, and each that is drawn is one more.</summary>
    private const int MostCounted = 2 * HoldOutPolicy.FewestCasesAQuarter;

    private static readonly HotSql Find = new("SELECT is_held FROM hold_out_cases WHERE post = @post", ("post", DbType.Int64));

    private static readonly HotSql HeldAt = new("SELECT at FROM hold_out_cases WHERE post = @post AND is_held = 1", ("post", DbType.Int64));

    private static readonly HotSql Add = new(
        "INSERT INTO hold_out_cases (post, community, at, is_held, exemption) VALUES (@post, @community, @at, @is_held, @exemption) ON CONFLICT (post) DO NOTHING",
        ("post", DbType.Int64),
        ("community", DbType.Int64),
        ("at", DbType.Int64),
        ("is_held", DbType.Int32),
        ("exemption", DbType.Int32));

    private const string OfTime = $"FROM hold_out_cases WHERE community = @community AND at > @since AND exemption IN (0, 2)";

    private static readonly HotSql Cases = new(
        $"""
        SELECT (SELECT COUNT(*) FROM (SELECT 1 {OfTime} LIMIT {MostCounted}) counted), (SELECT at {OfTime} ORDER BY at LIMIT 1)
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64));

    private static readonly HotSql Salt = new("SELECT hold_out_salt FROM communities WHERE id = @community", ("community", DbType.Int64));

    private static readonly HotSql PutSalt = new(
        "UPDATE communities SET hold_out_salt = @salt WHERE id = @community AND hold_out_salt IS NULL",
        ("salt", DbType.Binary),
        ("community", DbType.Int64));

    /// <summary>By community: when it was asked, what was counted then and is drawn since, and when the first of them was.</summary>
    private readonly Dictionary<long, (long At, int Count, long? First)> _cases = [];

    private readonly Dictionary<long, byte[]> _salts = [];

    /// <summary>What <see cref="IsHeldAsync"/> asks.</summary>
    /// <param name="isReviewed">Without what goes by links.</param>
    public static IEnumerable<Question> Of(WaitingPost post, bool isReviewed)
    {
        yield return new Question(Find, post.Message);
        yield return AuthorQuery.ArrivalOf(post.Author, post.At);
        if (!isReviewed)
        {
            yield return AuthorQuery.UnheardTwiceOf(post.Author, post.At);
        }
    }

    /// <summary>To be called when the wait is over, before anybody is sought.</summary>
    /// <param name="share">What share of posts is held out, from 0 to 1; with 0 nothing is kept.</param>
    /// <param name="isAskedFor">A member wanted somebody to be asked: then he is, into whichever arm the post was drawn before.</param>
    public async Task<bool> IsHeldAsync(WaitingPost post, long community, double share, bool isAskedFor, long now, CancellationToken cancellationToken)
    {
        if (share <= 0)
        {
            return false;
        }

        if (await session.NumberAsync(Find, cancellationToken, post.Message) is { } known)
        {
            return known == 1 && !isAskedFor;
        }

        var exemption = HoldOutPolicy.ExemptionOf(await FactsAsync(post, community, now, cancellationToken) with { IsAskedFor = isAskedFor });
        var isHeld = exemption == HoldOutExemption.None && HoldOut.Draw(await SaltAsync(community, cancellationToken), post.Message, share);
        await session.WriteAsync(Add, cancellationToken, post.Message, community, now, isHeld ? 1 : 0, (int)exemption);
        if (exemption is HoldOutExemption.None or HoldOutExemption.TooFewCases)
        {
            var (at, count, first) = _cases[community];
            _cases[community] = (at, count + 1, first ?? now);
        }

        return isHeld;
    }

    /// <summary>When a post was held out, unix milliseconds; null where it was not.</summary>
    public ValueTask<long?> HeldAtAsync(long post, CancellationToken cancellationToken) => session.NumberAsync(HeldAt, cancellationToken, post);

    private async Task<HoldOutFacts> FactsAsync(WaitingPost post, long community, long now, CancellationToken cancellationToken) => new()
    {
        IsOn = true,
        CasesAQuarter = await CasesAQuarterAsync(community, now, cancellationToken),
        IsNewcomersFirstPost = await authors.IsNewcomerAsync(post.Author, community, post.At, cancellationToken)
            && await authors.IsFirstPostAsync(post.Author, post.At, cancellationToken),
        UnheardBefore = await authors.IsUnheardTwiceAsync(post.Author, post.At, cancellationToken) ? 2 : 0,
        IsSensitive = false, // Posts of these kinds invite no reply, and nobody is asked about them.
    };

    /// <summary>Counted anew once a day.</summary>
    private async Task<double> CasesAQuarterAsync(long community, long now, CancellationToken cancellationToken)
    {
        if (!_cases.TryGetValue(community, out var cases) || now < cases.At || now - cases.At >= Day)
        {
            await using var reader = await session.ReadAsync(Cases, cancellationToken, community, now - (91 * Day));
            await reader.ReadAsync(cancellationToken);
            _cases[community] = cases = (now, (int)reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetInt64(1));
        }

        return cases.First is { } first ? HoldOutPolicy.CasesAQuarter(Math.Min(cases.Count, MostCounted), (now - first) / (double)Day) : 0;
    }

    private async Task<byte[]> SaltAsync(long community, CancellationToken cancellationToken)
    {
        if (!_salts.TryGetValue(community, out var salt))
        {
            _salts.Add(community, salt = await StoredSaltAsync(community, cancellationToken) ?? await NewSaltAsync(community, cancellationToken));
        }

        return salt;
    }

    private async Task<byte[]?> StoredSaltAsync(long community, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Salt, cancellationToken, community);
        return await reader.ReadAsync(cancellationToken) && !reader.IsDBNull(0) ? reader.GetFieldValue<byte[]>(0) : null;
    }

    private async Task<byte[]> NewSaltAsync(long community, CancellationToken cancellationToken)
    {
        var salt = RandomNumberGenerator.GetBytes(HoldOut.SaltBytes);
        await session.ExecuteAsync(PutSalt, cancellationToken, salt, community);
        return salt;
    }
}
