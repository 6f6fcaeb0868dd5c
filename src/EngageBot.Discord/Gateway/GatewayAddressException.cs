namespace EngageBot.Discord.Gateway;

/// <summary>The gateway's address would carry the bot token over an open line.</summary>
public sealed class GatewayAddressException(Uri address)
    : GatewayException($"The gateway's address {address.GetLeftPart(UriPartial.Authority)} is refused: only wss is safe for the bot token, and ws on this machine itself.");
