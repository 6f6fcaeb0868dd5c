namespace EngageBot.History.Json;

/// <summary>A message as an export has it, before anything is made of it. One object is filled again and again.</summary>
internal abstract class JsonMessage
{
    /// <summary>Who mentions more people than this addresses nobody.</summary>
    public const int MaxMentions = 100;

    public DateTimeOffset? At { get; set; }

    /// <summary>Fills this from the object that <paramref name="json"/> begins with. What is of an unexpected kind stays empty.</summary>
    /// <returns>The length of that object.</returns>
    public abstract long Read(ReadOnlySpan<byte> json);
}
