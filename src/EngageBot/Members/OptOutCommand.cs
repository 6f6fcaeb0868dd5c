using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Members;

/// <summary><c>/engage optout</c>: out of everything, at once; it is asked for once more before, since what is forgotten does not come back.</summary>
internal sealed class OptOutCommand(Decide decide) : ISlashCommand
{
    private const string Really = "really";

    public string Name => "optout";

    /// <summary>Under a message that says what the bot does.</summary>
    public static MessageButton Button(TextBook texts) => new(new ButtonId("optout", "ask", 0), texts["optout.button"]);

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is not CommandRequest.Pressed { Button.Action: Really })
        {
            return new CommandReply.Says(texts["optout.ask"]) { Buttons = [new(new ButtonId(Name, Really, 0), texts["optout.really"]) { IsMain = true }] };
        }

        await decide(new MemberChoice.LeavesOut(request.Community, request.At, request.Member), cancellationToken);
        return new CommandReply.Replaces(texts["optout.done"]);
    }
}
