namespace EngageBot.Host.Platforms.Slack;

/// <summary>How Slack tells what happens.</summary>
public enum SlackMode
{
    /// <summary>Over sockets that this program opens: no address of its own is needed.</summary>
    Socket,

    /// <summary>By requests to this program's address.</summary>
    Http,
}
