namespace EngageBot.Slack.SocketMode;

/// <summary>Whether anything can be heard: how many connections are open, and for how long there was none. For several threads.</summary>
internal sealed class SocketModeStatus(TimeProvider time)
{
    private readonly Lock _gate = new();
    private long _since = time.GetTimestamp();
    private int _open;

    public int Open => Volatile.Read(ref _open);

    /// <summary>Told when there is a connection again, of the time without one, before <see cref="Open"/> counts it.</summary>
    public Action<TimeSpan>? Heard { get; set; }

    public void Up()
    {
        lock (_gate)
        {
            if (_open == 0)
            {
                Heard?.Invoke(time.GetElapsedTime(_since));
            }

            _open++;
        }
    }

    public void Down()
    {
        lock (_gate)
        {
            _open--;
            _since = time.GetTimestamp();
        }
    }
}
