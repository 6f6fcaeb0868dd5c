using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary><c>/engage-mod live</c>: from now on the bot says what it plans.</summary>
internal sealed class LiveCommand(CommunitySwitch communities, RulesBook book) : ISlashCommand
{
    public string Name => "live";

    public bool IsForModerators => true;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        var isNews = await communities.GoLiveAsync(request.Community, request.At, cancellationToken);
        var rules = book.Of(request.Community);
        var said = isNews ? texts["live.done"] : texts["live.already"];
        return new CommandReply.Says(rules.PublicStep != PublicStep.Reply && rules.BoardChannel is null ? $"{said}\n{texts["live.no-board"]}" : said);
    }
}
