namespace EngageBot.Host.Playground;

/// <summary>The Playground's time: the real one, faster. It stands still at speed 0, and never goes back.</summary>
internal sealed class PlaygroundClock(DateTimeOffset start)
{
    public const int Fastest = 3_600;

    /// <summary>A machine that slept does not skip hours of the community's life.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(1);

    private volatile int _speed = 1;

    /// <summary>What the product knows as the time.</summary>
    public VirtualClock Virtual { get; } = new(start);

    public DateTimeOffset Now => Virtual.GetUtcNow();

    /// <summary>Its seconds in a real one, 0 to <see cref="Fastest"/>; what is outside is brought in.</summary>
    public int Speed
    {
        get => _speed;
        set => _speed = Math.Clamp(value, 0, Fastest);
    }

    /// <summary>Real time passed.</summary>
    public void Pass(TimeSpan real) => Virtual.MoveTo(Now + ((real < TimeSpan.Zero ? TimeSpan.Zero : real > LongestStep ? LongestStep : real) * Speed));

    public void JumpTo(DateTimeOffset moment) => Virtual.MoveTo(moment);
}
