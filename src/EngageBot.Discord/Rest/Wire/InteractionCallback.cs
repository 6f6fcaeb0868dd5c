namespace EngageBot.Discord.Rest.Wire;

/// <summary>
/// An answer to an interaction as it is sent.
/// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type"/>.
/// </summary>
internal sealed record InteractionCallback<T>(int Type, T? Data)
    where T : class;
