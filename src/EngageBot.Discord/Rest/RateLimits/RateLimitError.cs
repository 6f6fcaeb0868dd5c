namespace EngageBot.Discord.Rest.RateLimits;

/// <summary>The body of a 429.</summary>
internal sealed record RateLimitError
{
    public string Message { get; set; } = "";

    /// <summary>Seconds, with a fraction.</summary>
    public double RetryAfter { get; set; }

    public bool Global { get; set; }
}
