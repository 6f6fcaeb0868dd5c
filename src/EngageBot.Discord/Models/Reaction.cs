namespace EngageBot.Discord.Models;

/// <summary>How many reacted with an emoji. <see href="https://discord.com/developers/docs/resources/message#reaction-object"/>.</summary>
public sealed record Reaction
{
    public int Count { get; set; }

    public bool Me { get; set; }

    public Emoji Emoji { get; set; } = new();
}
