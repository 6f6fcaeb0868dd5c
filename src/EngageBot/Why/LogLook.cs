namespace EngageBot.Why;

/// <summary>A look at the log.</summary>
internal sealed record LogLook
{
    public required long Id { get; init; }

    /// <summary>The key of the community.</summary>
    public required long Community { get; init; }

    /// <summary>The key of the member whose messages it is about; null for everybody's.</summary>
    public required long? About { get; init; }

    /// <summary>Unix milliseconds. What was planned later is not in it, so that its pages stay as they are.</summary>
    public required long At { get; init; }
}
