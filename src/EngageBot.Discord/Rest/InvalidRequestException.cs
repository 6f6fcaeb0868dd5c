namespace EngageBot.Discord.Rest;

/// <summary>Something that Discord would refuse was about to be sent: a fault of the program. Nothing was sent.</summary>
public sealed class InvalidRequestException(string message) : ArgumentException(message);
