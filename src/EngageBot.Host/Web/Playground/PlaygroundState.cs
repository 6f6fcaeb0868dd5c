using System.Text.Json.Serialization;
using EngageBot.Texts;

namespace EngageBot.Host.Web.Playground;

/// <summary>What one who looks at the Playground as a member sees.</summary>
public sealed record PlaygroundState
{
    /// <summary>Another one says that there is something new to see.</summary>
    public required string Version { get; init; }

    public required bool IsOpen { get; init; }

    /// <summary>Why there is nothing to see; null where there is.</summary>
    public string? Fault { get; init; }

    public string Now { get; init; } = string.Empty;

    public int Speed { get; init; }

    public bool IsJumping { get; init; }

    public bool IsTalking { get; init; }

    public string Outcome { get; init; } = string.Empty;

    /// <summary>The member as whom one looks.</summary>
    public string As { get; init; } = string.Empty;

    public string Channel { get; init; } = string.Empty;

    /// <summary>The message that one should look at first; null for none.</summary>
    public PlaygroundLine? Spotlight { get; init; }

    public IReadOnlyList<PlaygroundPlace> Channels { get; init; } = [];

    public IReadOnlyList<PlaygroundPerson> Members { get; init; } = [];

    public IReadOnlyList<PlaygroundLine> Messages { get; init; } = [];

    /// <summary>What the bot said to single members, the newest first.</summary>
    public IReadOnlyList<PlaygroundLine> Private { get; init; } = [];

    /// <summary>What the bot did, the newest first.</summary>
    public IReadOnlyList<PlaygroundTrace> Deeds { get; init; } = [];

    public IReadOnlyList<string> Emoji { get; init; } = [];

    /// <summary>In the language of the one who looks.</summary>
    [JsonIgnore]
    public TextBook Texts { get; init; } = TextBook.In(TextBook.DefaultLanguage);

    public string In(string name, params (string Placeholder, string Value)[] values) => Texts.Of($"playground.{name}", values);
}
