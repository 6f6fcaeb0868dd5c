namespace EngageBot.TestKit;

/// <summary>Something that goes wrong with one call to a fake server; each server has some of its own besides.</summary>
public abstract record FakeCallFault
{
    private protected FakeCallFault()
    {
    }

    /// <summary>An answer of this status, 5xx for example, with nothing done.</summary>
    public sealed record Status(int Code) : FakeCallFault;

    /// <summary>The call is answered late.</summary>
    public sealed record Slow(TimeSpan Delay) : FakeCallFault;

    /// <summary>The line is cut: before anything was done, or after it was done and before it was said.</summary>
    public sealed record Drop(bool AfterDoing) : FakeCallFault;
}
