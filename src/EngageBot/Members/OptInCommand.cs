using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Members;

/// <summary><c>/engage optin</c>: takes part again.</summary>
internal sealed class OptInCommand(Decide decide) : ISlashCommand
{
    public string Name => "optin";

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        await decide(new MemberChoice.ComesBack(request.Community, request.At, request.Member, request.By.Name), cancellationToken);
        return new CommandReply.Says(texts["optin.done"]);
    }
}
