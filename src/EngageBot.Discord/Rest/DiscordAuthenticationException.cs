namespace EngageBot.Discord.Rest;

/// <summary>Discord does not know the token. No call can succeed until it is replaced: stop.</summary>
public sealed class DiscordAuthenticationException() : Exception(Sentence)
{
    private const string Sentence =
        "Discord refused the bot's token (401). " +
        "Copy the token again from the page Bot of the application in Discord's developer portal, or reset it there, and restart.";
}
