using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary><c>/engage-mod quiet</c>: stops everything at once. One press goes on as before.</summary>
internal sealed class QuietCommand(CommunitySwitch communities) : ISlashCommand
{
    private const string Resume = "resume";

    public string Name => "quiet";

    public bool IsForModerators => true;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is CommandRequest.Pressed { Button.Action: Resume })
        {
            return new CommandReply.Replaces(await communities.ResumeAsync(request.Community, cancellationToken) ? texts["quiet.resumed"] : texts["quiet.not-stopped"]);
        }

        var isNews = await communities.QuietAsync(request.Community, cancellationToken);
        if (!isNews && await communities.FindAsync(request.Community, cancellationToken) is not { IsQuiet: true })
        {
            return new CommandReply.Says(texts["observe.already"]);
        }

        return new CommandReply.Says(texts["quiet.done"]) { Buttons = [new(new ButtonId(Name, Resume, 0), texts["quiet.button.resume"]) { IsMain = true }] };
    }
}
