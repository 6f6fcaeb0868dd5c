using System.Text.Json.Nodes;
using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>An interaction that waits for an answer, or has one.</summary>
public sealed record FakeInteraction(Snowflake Id, string Token, Snowflake Channel)
{
    /// <summary>The message whose button was pressed, where it is known.</summary>
    public Snowflake? Pressed { get; set; }

    /// <summary>The answer's callback type, once there is one.</summary>
    public int? Answered { get; set; }

    /// <summary>What the answer held.</summary>
    public JsonNode? Data { get; set; }

    /// <summary>The message of the first answer.</summary>
    public Snowflake? Original { get; set; }
}
