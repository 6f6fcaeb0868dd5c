using EngageBot.Discord.Rest;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>Something that goes wrong with one call.</summary>
public abstract record FakeRestFault
{
    private FakeRestFault()
    {
    }

    /// <summary>A 429, though nothing was exhausted.</summary>
    public sealed record TooManyRequests(RateLimitScope Scope, TimeSpan RetryAfter) : FakeRestFault;

    /// <summary>A 429 of what stands before Discord: a page of HTML without a word on limits.</summary>
    public sealed record Banned(TimeSpan RetryAfter) : FakeRestFault;

    /// <summary>An answer of this status, 5xx for example, with nothing done.</summary>
    public sealed record Status(int Code) : FakeRestFault;

    /// <summary>The call is answered late.</summary>
    public sealed record Slow(TimeSpan Delay) : FakeRestFault;

    /// <summary>The line is cut: before anything was done, or after it was done and before it was said.</summary>
    public sealed record Drop(bool AfterDoing) : FakeRestFault;
}
