using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary><c>/engage-mod observe</c>: the bot says nothing any more, and takes away what stands.</summary>
internal sealed class ObserveCommand(CommunitySwitch communities) : ISlashCommand
{
    public string Name => "observe";

    public bool IsForModerators => true;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) =>
        new CommandReply.Says(await communities.ObserveAsync(request.Community, cancellationToken) ? texts["observe.done"] : texts["observe.already"]);
}
