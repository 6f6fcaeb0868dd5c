namespace EngageBot.Communities;

/// <summary>An emoji as platforms name it in a reaction, of what a person writes: "✅", ":solved:" or "&lt;:solved:123&gt;".</summary>
internal static class EmojiName
{
    /// <summary>Asks for a colourful drawing of the character before it; people and platforms leave it out as they like.</summary>
    private const char Colourful = '\uFE0F';

    public static string Of(string written)
    {
        var parts = written.Trim().Trim('<', '>').Split(':', StringSplitOptions.RemoveEmptyEntries);
        var name = parts switch
        {
            [var plain] => plain,
            ["a", var animated, ..] => animated,
            [var own, ..] => own,
            [] => string.Empty,
        };
        return name.Replace(Colourful.ToString(), string.Empty, StringComparison.Ordinal);
    }
}
