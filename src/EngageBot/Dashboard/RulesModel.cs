using EngageBot.Commands;

namespace EngageBot.Dashboard;

/// <summary>The rules of a community, to be changed.</summary>
/// <param name="Forms">The same as in chat, filled in with what holds.</param>
/// <param name="History">The newest first.</param>
public sealed record RulesModel(IReadOnlyList<CommandForm> Forms, IReadOnlyList<RulesChange> History)
{
    /// <summary>The actions of those forms that can be tried before they are saved.</summary>
    public IReadOnlyCollection<string> Tried { get; init; } = [];

    /// <summary>What can be said of a channel, as the command takes it.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Those that the moderator can read, by their names.</summary>
    public IReadOnlyList<ChannelLine> Channels { get; init; } = [];

    public IReadOnlyList<TextLine> Texts { get; init; } = [];

    /// <summary>The quiet hours that hold, as the command takes them; empty for none.</summary>
    public IReadOnlyDictionary<string, string> QuietHours { get; init; } = new Dictionary<string, string>();
}
