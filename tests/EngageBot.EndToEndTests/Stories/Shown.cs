namespace EngageBot.EndToEndTests.Stories;

/// <summary>Something that the bot wrote, as it stands now: a message, or an answer that only one member sees.</summary>
/// <param name="Place">The channel or conversation, as the platform names it.</param>
/// <param name="Id">What the platform knows it by; of a form too.</param>
/// <param name="Buttons">What is written on each, and what the platform knows it by.</param>
internal sealed record Shown(string Place, string Id, string Text, IReadOnlyList<(string Label, string Id)> Buttons)
{
    /// <summary>What a picture under it shows, in words; null without one.</summary>
    public string? Picture { get; init; }

    /// <summary>The fields of a form, filled in beforehand; null for what is none.</summary>
    public IReadOnlyDictionary<string, string>? Form { get; init; }

    /// <summary>What is written at the fields of a form.</summary>
    public IReadOnlyList<string> FieldLabels { get; init; } = [];

    public IEnumerable<string> Labels => Buttons.Select(button => button.Label);
}
