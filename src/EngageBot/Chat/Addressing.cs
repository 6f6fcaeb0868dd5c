namespace EngageBot.Chat;

/// <summary>Whether a message is for one member alone.</summary>
internal static class Addressing
{
    /// <summary>A longer word before a colon is no name.</summary>
    private const int LongestName = 40;

    /// <summary>It mentions exactly one other member, and begins with his name: a mark of the platform, "@name", or as on IRC "name:".</summary>
    public static bool IsToOne(MessageCreated message) =>
        message.Mentions.Count == 1 && message.Mentions[0] != message.Author && BeginsWithName(message.Text);

    private static bool BeginsWithName(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (text.StartsWith("<@") || text.StartsWith("@"))
        {
            return !text.StartsWith("<@&");
        }

        var end = text[..Math.Min(text.Length, LongestName)].IndexOfAny(" :,\n");
        return end > 0 && text[end] is (':' or ',');
    }
}
