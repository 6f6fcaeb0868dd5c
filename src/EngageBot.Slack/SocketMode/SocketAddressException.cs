namespace EngageBot.Slack.SocketMode;

/// <summary>The socket's address would carry its ticket over an open line.</summary>
public sealed class SocketAddressException() : SlackException(
    "The socket's address that Slack gave is refused: only wss is safe for its ticket, and ws on this machine itself.");
