namespace EngageBot.Discord.Models;

/// <summary>What a forward carries of the forwarded message. <see href="https://discord.com/developers/docs/resources/message#message-snapshot-object"/>.</summary>
public sealed record MessageSnapshot
{
    public SnapshotMessage Message { get; set; } = new();
}
