using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Texts;

namespace EngageBot.Introductions.Proposals;

/// <summary>The buttons under the question what came of an introduction.</summary>
internal sealed class FollowUpCommand(DbDataSource database, RulesBook rules, Decide decide) : ISlashCommand
{
    public string Name => FollowUpTexts.Command;

    public bool IsListed => false;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is not CommandRequest.Pressed { Button: var button } || FollowUpTexts.OutcomeOf(button.Action) is not { } outcome
            || !await WasAskedAsync(button.Subject, request.Member, cancellationToken))
        {
            return new CommandReply.Says(texts["intro.over"]);
        }

        await decide(new IntroductionChoice.Tells(request.Community, request.At, request.Member, button.Subject, outcome), cancellationToken);
        return new CommandReply.Replaces(FollowUpTexts.After(outcome, rules.Of(request.Community).Wording()));
    }

    private async Task<bool> WasAskedAsync(long id, MemberId member, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await new IntroductionQuery(session).FindAsync(id, cancellationToken) is { State: IntroductionState.Opened } introduction
            && introduction.People.Any(person => person.Id == member && person.FollowUp is not null);
    }
}
