using EngageBot.Discord.Rest;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>Something that goes wrong with one call to Discord.</summary>
public abstract record FakeRestFault : FakeCallFault
{
    private FakeRestFault()
    {
    }

    /// <summary>A 429, though nothing was exhausted.</summary>
    public sealed record TooManyRequests(RateLimitScope Scope, TimeSpan RetryAfter) : FakeRestFault;

    /// <summary>A 429 of what stands before Discord: a page of HTML without a word on limits.</summary>
    public sealed record Banned(TimeSpan RetryAfter) : FakeRestFault;
}
