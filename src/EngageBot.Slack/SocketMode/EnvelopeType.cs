namespace EngageBot.Slack.SocketMode;

/// <summary>What an envelope carries. <see href="https://docs.slack.dev/apis/events-api/using-socket-mode#events"/>.</summary>
public enum EnvelopeType
{
    /// <summary>Something not known here.</summary>
    Unknown,

    EventsApi,

    SlashCommands,

    Interactive,
}
