namespace EngageBot.Transport;

/// <summary>Where an HTTP API is, and how patient its client is.</summary>
/// <param name="BaseAddress">Where the API is. <c>http</c> is taken for loopback addresses only: the token would cross a network in the clear.</param>
public abstract record HttpOptions(Uri BaseAddress)
{
    /// <summary>How long one attempt may take, with all that is sent and read.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call that may be repeated is tried, when the other side has a fault or the line breaks.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The wait before the second attempt; it doubles each time, up to <see cref="LongestBackoff"/>.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between two attempts.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Called just before each attempt leaves; it leaves when that returns.</summary>
    public Func<CancellationToken, ValueTask>? BeforeEach { get; init; }

    /// <summary>Why they make no sense; null where they do.</summary>
    public string? Complaint() =>
        !SafeAddress.IsHttp(BaseAddress) ? "The address of the API must begin with https; http is taken for this machine itself only (http://127.0.0.1)."
        : Attempts <= 0 ? "At least one attempt must be allowed."
        : AttemptTimeout <= TimeSpan.Zero ? "An attempt must be given some time."
        : null;
}
