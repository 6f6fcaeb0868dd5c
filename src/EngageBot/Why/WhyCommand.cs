using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;
using EngageBot.Texts;

namespace EngageBot.Why;

/// <summary>
/// <c>/engage why</c>, and <i>Why this?</i> on any message of the bot: why a member was written to, what came of it, and, if he hears nothing, why that is.
/// </summary>
internal sealed class WhyCommand(DbDataSource database, RulesBook rules, Visibility visibility) : ISlashCommand
{
    public string Name => "why";

    public bool IsOnMessages => true;

    public bool IsInDirectMessages => true;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var query = new SaidQuery(session);
        if (request is CommandRequest.OnMessage { Message: var place })
        {
            return new CommandReply.Says(await query.OnMessageAsync(request.By, place, cancellationToken) is { } said
                ? await LineAsync(said, request.Member, texts, cancellationToken)
                : texts["why.not-mine"]);
        }

        List<string> lines = [];
        foreach (var said in await query.LastToAsync(request.By, cancellationToken))
        {
            lines.Add("• " + await LineAsync(said, request.Member, texts, cancellationToken));
        }

        lines.Insert(0, lines.Count > 0 ? texts["why.last"] : texts["why.none"]);
        var member = await query.MemberAsync(request.Member, cancellationToken);
        lines.Add(texts.Of("why.now", ("now", await NowAsync(session, member, request.At, texts, cancellationToken))));
        return new CommandReply.Says(string.Join('\n', lines));
    }

    private async Task<string> LineAsync(Said said, MemberId reader, TextBook texts, CancellationToken cancellationToken)
    {
        var maySee = await visibility.MaySeeAsync(reader, said.Channel, cancellationToken);
        string[] parts = [SaidWords.State(said, texts), SaidWords.Reason(said, maySee, texts), SaidWords.Answer(said, texts), SaidWords.Outcome(said, texts)];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    /// <summary>Whether he could be asked to answer somebody now, and if not, why.</summary>
    private async Task<string> NowAsync(WriteSession session, long? member, DateTimeOffset at, TextBook texts, CancellationToken cancellationToken)
    {
        await rules.RefreshAsync(cancellationToken);
        var decision = member is { } key
            ? await new ContactBook(session, rules).DecideAsync(new ContactRequest(ContactKind.Ask, key), at.ToUnixTimeMilliseconds(), cancellationToken)
            : new ContactDecision.Never(ContactReason.NotAgreed);
        return decision switch
        {
            ContactDecision.Later later => $"{texts[ContactReasons.Key(later.Reason)]} {texts.Of("why.later", ("date", SaidWords.Date(later.At)))}",
            ContactDecision.Never never => texts[ContactReasons.Key(never.Reason)],
            _ => texts["why.allowed"],
        };
    }
}
