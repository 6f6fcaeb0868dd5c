namespace EngageBot.Discord;

/// <summary>
/// A bot's token. It prints as <c>***</c>, so that neither a log, an exception nor a dump of options can show it.
/// <see href="https://discord.com/developers/docs/reference#authentication"/>.
/// </summary>
public sealed class BotToken
{
    private readonly string _value;

    /// <param name="value">The token as the developer portal shows it, without the word <c>Bot</c>.</param>
    public BotToken(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException("The bot token is empty: copy it from the page Bot of the application in Discord's developer portal.", nameof(value));
        }

        _value = value.Trim();
    }

    /// <summary>The token itself, for the wire only.</summary>
    public string Reveal() => _value;

    public override string ToString() => "***";
}
