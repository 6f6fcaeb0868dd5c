using System.Globalization;
using EngageBot.Discord.Models;
using Microsoft.Extensions.Logging;

namespace EngageBot.Discord.Gateway;

/// <summary>
/// When a shard may begin a session: one in five seconds for each of the keys that <c>max_concurrency</c> makes, and no more than the session start limit
/// leaves, since Discord resets the token of a bot that goes beyond it.
/// <see href="https://discord.com/developers/docs/events/gateway#sharding-max-concurrency"/>.
/// </summary>
internal sealed partial class IdentifyLimiter : IDisposable
{
    /// <summary>A little more than the documented five seconds: the line may bring two closer together.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5.25);

    /// <summary>What is remembered was stored a moment before it was sent.</summary>
    public static readonly TimeSpan Sending = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Bucket[] _buckets;
    private readonly SemaphoreSlim _budget = new(1);
    private readonly int _total;
    private int _remaining;
    private DateTimeOffset _reset;

    public IdentifyLimiter(SessionStartLimit limit, TimeProvider time, ILogger logger)
    {
        _time = time;
        _logger = logger;
        _buckets = [.. Enumerable.Range(0, Math.Max(1, limit.MaxConcurrency)).Select(_ => new Bucket())];
        _total = limit.Total;
        _remaining = limit.Remaining;
        _reset = time.GetUtcNow() + TimeSpan.FromMilliseconds(limit.ResetAfter);
    }

    /// <summary>Called with the key before a shard may identify, and waited for.</summary>
    public Func<int, CancellationToken, Task>? BeforeIdentify { get; init; }

    /// <summary>An earlier process identified with a key. A clock that was set back since counts as now.</summary>
    public void Remember(int key, DateTimeOffset at)
    {
        var (bucket, now) = (_buckets[key % _buckets.Length], _time.GetUtcNow());
        var free = (at < now ? at : now) + Interval + Sending;
        bucket.Free = free > bucket.Free ? free : bucket.Free;
    }

    /// <summary>Returns when the shard may send its Identify, which it then does at once.</summary>
    public async Task WaitAsync(int shardId, CancellationToken cancellationToken)
    {
        var key = shardId % _buckets.Length;
        var bucket = _buckets[key];
        await bucket.Turn.WaitAsync(cancellationToken);
        try
        {
            await TakeFromBudgetAsync(cancellationToken);
            await DelayUntilAsync(bucket.Free, cancellationToken);
            await (BeforeIdentify?.Invoke(key, cancellationToken) ?? Task.CompletedTask);
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
            if (_remaining <= 0 && _reset > _time.GetUtcNow())
            {
                LogUsedUp(_total, _reset.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
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

    [LoggerMessage(LogLevel.Warning, "Discord lets this bot begin {Total} sessions a day and all of them are used up: the next one begins at {Moment} UTC, and nothing is heard until then")]
    private partial void LogUsedUp(int total, string moment);

    private sealed class Bucket
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public DateTimeOffset Free { get; set; }
    }
}
