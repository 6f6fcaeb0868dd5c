using EngageBot.Discord.Models;

namespace EngageBot.Discord.Gateway;

/// <summary>
/// When a shard may begin a session: one in five seconds for each of the keys that <c>max_concurrency</c> makes, and no more than the session start limit
/// leaves, since Discord resets the token of a bot that goes beyond it.
/// <see href="https://discord.com/developers/docs/events/gateway#sharding-max-concurrency"/>.
/// </summary>
internal sealed class IdentifyLimiter : IDisposable
{
    /// <summary>A little more than the documented five seconds: the line may bring two closer together.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5.25);

    private readonly TimeProvider _time;
    private readonly Bucket[] _buckets;
    private readonly SemaphoreSlim _budget = new(1);
    private readonly int _total;
    private int _remaining;
    private DateTimeOffset _reset;

    public IdentifyLimiter(SessionStartLimit limit, TimeProvider time)
    {
        _time = time;
        _buckets = [.. Enumerable.Range(0, Math.Max(1, limit.MaxConcurrency)).Select(_ => new Bucket())];
        _total = limit.Total;
        _remaining = limit.Remaining;
        _reset = time.GetUtcNow() + TimeSpan.FromMilliseconds(limit.ResetAfter);
    }

    /// <summary>Returns when the shard may send its Identify, which it then does at once.</summary>
    public async Task WaitAsync(int shardId, CancellationToken cancellationToken)
    {
        var bucket = _buckets[shardId % _buckets.Length];
        await bucket.Turn.WaitAsync(cancellationToken);
        try
        {
            await TakeFromBudgetAsync(cancellationToken);
            await DelayUntilAsync(bucket.Free, cancellationToken);
            bucket.Free = _time.GetUtcNow() + Interval;
        }
        finally
        {
            bucket.Turn.Release();
        }
    }

    public void Dispose()
    {
        _budget.Dispose();
        foreach (var bucket in _buckets)
        {
            bucket.Turn.Dispose();
        }
    }

    private async Task TakeFromBudgetAsync(CancellationToken cancellationToken)
    {
        await _budget.WaitAsync(cancellationToken);
        try
        {
            if (_remaining <= 0)
            {
                await DelayUntilAsync(_reset, cancellationToken);
            }

            if (_time.GetUtcNow() >= _reset)
            {
                _remaining = Math.Max(1, _total);
                _reset = _time.GetUtcNow() + TimeSpan.FromDays(1);
            }

            _remaining--;
        }
        finally
        {
            _budget.Release();
        }
    }

    private async Task DelayUntilAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        while (moment - _time.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, _time, cancellationToken);
        }
    }

    private sealed class Bucket
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public DateTimeOffset Free { get; set; }
    }
}
