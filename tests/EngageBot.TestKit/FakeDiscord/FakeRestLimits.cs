using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>Keeps the limits of a fake Discord, and says so in the headers of each answer, as Discord does.</summary>
internal sealed class FakeRestLimits(TimeProvider clock)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Bucket, string Major), (DateTimeOffset End, int Used)> _windows = [];
    private (DateTimeOffset End, int Used) _global;

    /// <summary>Counts a call against a bucket; how long it should have waited when there was no room for it.</summary>
    public TimeSpan? Take(FakeRestLimit limit, string major, IHeaderDictionary headers)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var (end, used) = _windows.GetValueOrDefault((limit.Bucket, major));
            if (end <= now)
            {
                (end, used) = (now + limit.Window, 0);
            }

            var exhausted = used >= limit.Calls;
            used = Math.Min(limit.Calls, used + 1);
            _windows[(limit.Bucket, major)] = (end, used);
            Write(limit, headers, limit.Calls - used, end, end - now);
            return exhausted ? end - now : null;
        }
    }

    /// <summary>Counts a call against the limit of the whole bot.</summary>
    public TimeSpan? TakeGlobal(int callsPerSecond)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _global = _global.End <= now ? (now + Second, 1) : (_global.End, _global.Used + 1);
            return _global.Used > callsPerSecond ? _global.End - now : null;
        }
    }

    private static void Write(FakeRestLimit limit, IHeaderDictionary headers, int remaining, DateTimeOffset end, TimeSpan resetAfter)
    {
        headers["X-RateLimit-Limit"] = limit.Calls.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = (end.ToUnixTimeMilliseconds() / 1_000m).ToString("0.000", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset-After"] = resetAfter.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Bucket"] = limit.Bucket;
    }
}
