namespace EngageBot.Commands;

/// <summary>A field of a form, for text.</summary>
/// <param name="Label">At most 45 characters: Discord takes no more.</param>
public sealed record FormField(string Name, string Label)
{
    /// <summary>Stands in a field for more than fits into it. Sent in so, what is there stays as it is.</summary>
    public const string AsItIs = "…";

    /// <summary>What stands in it at first.</summary>
    public string Value { get; init; } = string.Empty;

    public bool IsRequired { get; init; }

    /// <summary>Several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>Characters.</summary>
    public int MostCharacters { get; init; } = 200;

    /// <summary>A value as it can stand in a field: platforms take no more than may be written there, or cut it, and what was cut would be lost with the sending in.</summary>
    public static string Fitting(string value, int most) => value.Length <= most ? value : AsItIs;
}
