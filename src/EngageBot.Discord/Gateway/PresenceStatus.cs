namespace EngageBot.Discord.Gateway;

/// <summary>How the bot is shown. <see href="https://discord.com/developers/docs/events/gateway-events#update-presence-status-types"/>.</summary>
public enum PresenceStatus
{
    Online,
    Dnd,
    Idle,
    Invisible,
}
