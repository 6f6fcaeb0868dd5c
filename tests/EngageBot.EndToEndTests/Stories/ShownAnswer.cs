namespace EngageBot.EndToEndTests.Stories;

/// <summary>What one member alone was shown in answer to what he chose.</summary>
/// <param name="Buttons">The ids of its buttons.</param>
/// <param name="Message">What it is known by, where the platform says so.</param>
internal sealed record ShownAnswer(string Text, IReadOnlyList<string> Buttons, string? Message)
{
    /// <summary>The thread in which it stands; null in the channel itself.</summary>
    public string? Thread { get; init; }
}
