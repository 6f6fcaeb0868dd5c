namespace EngageBot.Host.Playground;

/// <summary>A place in the Playground in which messages stand.</summary>
internal sealed record PlaygroundChannel(string Id, string Name)
{
    /// <summary>Who can read it; null for everybody.</summary>
    public IReadOnlyList<string>? Readers { get; init; }

    /// <summary>The conversation of one member with the bot.</summary>
    public bool IsPrivate { get; init; }

    public bool MayRead(string member) => Readers is null || Readers.Contains(member);
}
