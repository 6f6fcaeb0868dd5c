namespace EngageBot.Outbox;

/// <summary>How people took what the bot said.</summary>
internal enum OutboxReception
{
    Left = 0,

    /// <summary>The author of the post asks by an emoji that it goes.</summary>
    Unwelcome = 1,

    /// <summary>Somebody took it away.</summary>
    TakenAway = 2,
}
