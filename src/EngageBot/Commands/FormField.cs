namespace EngageBot.Commands;

/// <summary>A field of a form, for text.</summary>
/// <param name="Label">At most 45 characters: Discord takes no more.</param>
public sealed record FormField(string Name, string Label)
{
    /// <summary>What stands in it at first.</summary>
    public string Value { get; init; } = string.Empty;

    public bool IsRequired { get; init; }

    /// <summary>Several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>Characters.</summary>
    public int MostCharacters { get; init; } = 200;
}
