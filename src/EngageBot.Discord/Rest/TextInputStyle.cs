namespace EngageBot.Discord.Rest;

/// <summary>How high a field of a form is. <see href="https://discord.com/developers/docs/components/reference#text-input-text-input-styles"/>.</summary>
public enum TextInputStyle
{
    Short = 1,
    Paragraph = 2,
}
