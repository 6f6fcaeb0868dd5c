using EngageBot.Commands;

namespace EngageBot.Host.Playground;

/// <summary>What came of it that a member asked something of the bot.</summary>
internal sealed record PlaygroundAnswer
{
    /// <summary>A form to be filled in.</summary>
    public CommandForm? Form { get; init; }

    /// <summary>What is to be changed in the form, by the names of its fields.</summary>
    public IReadOnlyDictionary<string, string>? Errors { get; init; }

    /// <summary>The channel in which the answer stands.</summary>
    public string? Channel { get; init; }

    /// <summary>It could not be asked at all.</summary>
    public bool IsRefused { get; init; }
}
