using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.SelfPromotion.Notes;

/// <summary>The buttons under a note: whether he wants more of them. Whoever says nothing does not.</summary>
internal sealed class NoteCommand(Decide decide) : ISlashCommand
{
    public string Name => NoteTexts.Command;

    public bool IsListed => false;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is not CommandRequest.Pressed { Button.Action: NoteTexts.Yes or NoteTexts.No } pressed)
        {
            return new CommandReply.Says(texts["note.over"]);
        }

        var isWanted = pressed.Button.Action == NoteTexts.Yes;
        await decide(new MemberChoice.Agrees(request.Community, request.At, request.Member, ContactKind.PromoterNote, isWanted), cancellationToken);
        return new CommandReply.Says(isWanted ? texts["note.yes"] : texts["note.no"]);
    }
}
