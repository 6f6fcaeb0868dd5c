namespace EngageBot.Discord.Rest;

/// <summary>How a button looks. <see href="https://discord.com/developers/docs/components/reference#button-button-styles"/>.</summary>
public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
    Link = 5,
}
