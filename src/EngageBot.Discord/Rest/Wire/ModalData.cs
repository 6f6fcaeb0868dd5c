using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest.Wire;

internal sealed record ModalData(string CustomId, string Title, IReadOnlyList<Component> Components);
