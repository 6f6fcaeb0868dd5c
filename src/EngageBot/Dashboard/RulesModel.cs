using EngageBot.Commands;

namespace EngageBot.Dashboard;

/// <summary>The rules of a community, to be changed.</summary>
/// <param name="Forms">The same as in chat, filled in with what holds.</param>
/// <param name="History">The newest first.</param>
public sealed record RulesModel(IReadOnlyList<CommandForm> Forms, IReadOnlyList<RulesChange> History)
{
    /// <summary>The actions of those forms that can be tried before they are saved.</summary>
    public IReadOnlyCollection<string> Tried { get; init; } = [];
}
