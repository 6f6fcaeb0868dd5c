namespace EngageBot.Discord.Rest;

/// <summary>A call was refused to a caller who had said that it cannot be.</summary>
public sealed class DiscordRefusedException(string message, JsonErrorCode code) : Exception(message)
{
    public JsonErrorCode Code { get; } = code;
}
