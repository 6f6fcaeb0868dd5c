namespace EngageBot.TestKit.FakeSlack;

/// <summary>A method of the Web API.</summary>
/// <param name="PerMinute">How often it may be called with one token.</param>
internal sealed record FakeSlackMethod(string Name, int PerMinute, Func<FakeSlackCall, FakeSlackAnswer> Handle)
{
    /// <summary>What the bot must have been granted for this call.</summary>
    public Func<FakeSlackCall, IEnumerable<string>> Needs { get; init; } = _ => [];

    /// <summary>Whether arguments may come as JSON; a form always may.</summary>
    public bool TakesJson { get; init; } = true;

    /// <summary>Whether it is called with the app's token.</summary>
    public bool IsForApps { get; init; }

    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>How it names a channel it does not know.</summary>
    public string? ChannelArgument { get; init; }
}
