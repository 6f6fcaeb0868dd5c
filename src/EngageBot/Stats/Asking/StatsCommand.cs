using EngageBot.Commands;
using EngageBot.Stats.Daily;
using EngageBot.Texts;

namespace EngageBot.Stats.Asking;

/// <summary><c>/engage stats</c>: how it stands with the conversations of the community, in figures. Nobody is named, and nothing is told but of channels that everybody can read.</summary>
internal sealed class StatsCommand(StatsAnswer answer) : ISlashCommand
{
    public const string Command = "stats";

    public string Name => Command;

    public Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) =>
        answer.ToAsync(new LiveScope(request.Community, Channel: null, StatsAnswer.Usual, request.At), channel: null, isForModerators: false, texts, cancellationToken);
}
