using System.Globalization;

namespace EngageBot.Discord.Gateway;

/// <summary>Discord closed the connection for a reason that trying again does not change.</summary>
public sealed class GatewayClosedException(CloseCode code)
    : GatewayException(string.Create(CultureInfo.InvariantCulture, $"Discord closed the gateway ({code.Number} {code.Name}). {code.Explanation}"))
{
    public CloseCode Code { get; } = code;
}
