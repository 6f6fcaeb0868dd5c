namespace EngageBot.Discord.Rest.Wire;

internal sealed record AutocompleteData(IReadOnlyList<ApplicationCommandOptionChoice> Choices);
