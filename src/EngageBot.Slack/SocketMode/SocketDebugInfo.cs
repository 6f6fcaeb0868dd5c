namespace EngageBot.Slack.SocketMode;

internal sealed class SocketDebugInfo
{
    /// <summary>Seconds, about, until Slack asks to connect anew.</summary>
    public int? ApproximateConnectionTime { get; set; }
}
