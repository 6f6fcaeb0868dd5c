using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Turns;

/// <summary>The buttons under a reminder: whether he wants more of them. He may change his mind.</summary>
internal sealed class TurnCommand(DbDataSource database, RulesBook rules, Visibility visibility, Decide decide) : ISlashCommand
{
    public string Name => TurnTexts.Command;

    public bool IsListed => false;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is not CommandRequest.Pressed { Button: { Action: TurnTexts.Yes or TurnTexts.No } button }
            || await FindAsync(button.Subject, request.Member, cancellationToken) is not { } reminder) // Empty where its words are not kept any more.
        {
            return new CommandReply.Says(texts["turn.over"]);
        }

        var isWanted = button.Action == TurnTexts.Yes;
        await decide(new MemberChoice.Agrees(request.Community, request.At, request.Member, ContactKind.YourTurn, isWanted), cancellationToken);
        var shown = await MayBeShownAsync(button.Subject, request, cancellationToken) ? reminder : string.Empty;
        return new CommandReply.Replaces(TurnTexts.After(shown, isWanted, rules.Of(request.Community).Wording()).TrimStart());
    }

    /// <summary>Since it was sent he may have lost sight of a channel that it speaks of.</summary>
    private async Task<bool> MayBeShownAsync(long entry, CommandRequest request, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        foreach (var channel in await new TurnStore(session).ChannelsAsync(entry, request.Community, cancellationToken))
        {
            if (!await visibility.MaySeeAsync(request.Member, channel, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<string?> FindAsync(long entry, MemberId member, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await new TurnStore(session).TextAsync(entry, member, cancellationToken);
    }
}
