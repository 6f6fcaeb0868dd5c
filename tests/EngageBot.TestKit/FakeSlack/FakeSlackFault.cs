namespace EngageBot.TestKit.FakeSlack;

/// <summary>Something that goes wrong with one call to Slack.</summary>
public abstract record FakeSlackFault : FakeCallFault
{
    private FakeSlackFault()
    {
    }

    /// <summary>A 429, though nothing was exhausted; until it is over further calls of the method are one too, and a violation.</summary>
    public sealed record RateLimited(TimeSpan RetryAfter) : FakeSlackFault;

    /// <summary>An answer of <c>ok: false</c> with nothing done.</summary>
    /// <param name="Error">For example <c>internal_error</c>.</param>
    public sealed record NotOk(string Error) : FakeSlackFault;

    /// <summary>No answer, ever, and nothing done.</summary>
    public sealed record Hang : FakeSlackFault;
}
