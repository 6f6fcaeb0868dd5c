using System.Text.Json;

namespace EngageBot.Discord.Rest.Wire;

/// <summary>A refusal. <see href="https://discord.com/developers/docs/reference#error-messages"/>.</summary>
internal sealed record ErrorBody
{
    public int Code { get; set; }

    public string Message { get; set; } = "";

    /// <summary>What is wrong with which field, as a tree of names.</summary>
    public JsonElement? Errors { get; set; }
}
