namespace EngageBot.Chat;

/// <summary>
/// How much room a text takes where there is least of it: in a message of Discord, with what keeps it from being read as markup there.
/// <see href="https://discord.com/developers/docs/resources/message#create-message"/>.
/// </summary>
public static class MessageRoom
{
    /// <summary>Characters.</summary>
    public const int Most = 2_000;

    private const string Escaped = "\\*_~`|<[";

    /// <summary>At most; what begins a line may need one more as well.</summary>
    public static int Of(string text) => text.Length + 1 + text.Count(character => character == '\n' || Escaped.Contains(character, StringComparison.Ordinal));
}
