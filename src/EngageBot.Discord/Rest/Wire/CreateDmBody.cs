using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest.Wire;

internal sealed record CreateDmBody(Snowflake RecipientId);
