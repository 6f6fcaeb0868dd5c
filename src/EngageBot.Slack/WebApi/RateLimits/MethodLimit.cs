namespace EngageBot.Slack.WebApi.RateLimits;

/// <summary>Until when Slack takes no more calls of a method, as it said last.</summary>
internal sealed class MethodLimit(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    /// <summary>None or less where a call may leave.</summary>
    public TimeSpan Wait()
    {
        lock (_gate)
        {
            return _until - clock.GetUtcNow();
        }
    }

    public void Block(TimeSpan retryAfter)
    {
        lock (_gate)
        {
            var until = clock.GetUtcNow() + retryAfter;
            _until = until > _until ? until : _until;
        }
    }
}
