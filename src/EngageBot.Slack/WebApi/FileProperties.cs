namespace EngageBot.Slack.WebApi;

/// <summary>A file to be uploaded.</summary>
/// <param name="Name">With its ending, by which Slack knows what it is.</param>
/// <param name="Data">What is in it.</param>
public sealed record FileProperties(string Name, ReadOnlyMemory<byte> Data)
{
    /// <summary>The name it is shown by; without one its own.</summary>
    public string? Title { get; init; }

    /// <summary>What is read out in place of a picture.</summary>
    public string? AltText { get; init; }
}
