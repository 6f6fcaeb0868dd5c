namespace EngageBot.Discord.Gateway.Events;

/// <summary>
/// An event whose content is not what the documentation promises, and why. It is passed on in place of an error, since Discord would send the same again
/// for ever to one who resumes before it.
/// </summary>
public sealed record InvalidEvent(string Name, string Error) : GatewayEvent;
