using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Introductions.Proposals;

/// <summary>
/// The buttons under a message that proposes an introduction. They count once and for the one who was asked; afterwards the message is one line, in the community's language as it
/// was. What he said is shown to nobody.
/// </summary>
internal sealed class ProposalCommand(DbDataSource database, RulesBook rules, Visibility visibility, Decide decide) : ISlashCommand
{
    public string Name => ProposalTexts.Command;

    public bool IsListed => false;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is not CommandRequest.Pressed { Button: var button } || ProposalTexts.AnswerOf(button.Action) is not { } answer
            || await FindAsync(button.Subject, request, cancellationToken) is not (var introduction, { Proposal: not null } person))
        {
            return new CommandReply.Says(texts["intro.over"]);
        }

        var shown = rules.Of(request.Community).Wording();
        if (person.State.Answer is { } given)
        {
            return new CommandReply.Replaces(ProposalTexts.After(given, shown));
        }

        if (introduction.State != IntroductionState.Proposed || (answer == ProposalAnswer.Yes && !await MayReadAsync(introduction, person, cancellationToken)))
        {
            return new CommandReply.Replaces(shown["intro.over"]);
        }

        await decide(new IntroductionChoice.Answers(request.Community, request.At, request.Member, introduction.Id, answer), cancellationToken);
        return new CommandReply.Replaces(ProposalTexts.After(answer, shown));
    }

    /// <summary>What he could read when he was asked he may not be able to read now. The answer shows nothing of it, so that what is not known now ends nothing.</summary>
    private async Task<bool> MayReadAsync(StoredIntroduction introduction, IntroducedPerson person, CancellationToken cancellationToken) =>
        await visibility.AccessAsync([person.Id], IntroductionAccess.ChannelsOf(introduction), cancellationToken) != ReadAccess.Cannot;

    private async Task<(StoredIntroduction, IntroducedPerson)?> FindAsync(long id, CommandRequest request, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await new IntroductionQuery(session).FindAsync(id, cancellationToken) is { } introduction
            && introduction.People.FirstOrDefault(person => person.Id == request.Member) is { } person
                ? (introduction, person)
                : null;
    }
}
