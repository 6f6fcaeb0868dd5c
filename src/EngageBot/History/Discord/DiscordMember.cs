namespace EngageBot.History.Discord;

/// <summary>A member as he stands beside each of his messages.</summary>
internal readonly record struct DiscordMember(string Id, string? Name)
{
    public bool IsBot { get; init; }

    public bool IsWebhook { get; init; }
}
