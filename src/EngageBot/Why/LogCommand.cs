using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Why;

/// <summary>
/// <c>/engage-mod log [@member]</c>: what the bot said, why, how it stands with it and what came of it, the newest first. Not a word of it, and nobody is named; of channels that
/// the moderator cannot read not even the name. That he looked is kept.
/// </summary>
internal sealed class LogCommand(DbDataSource database, RulesBook rules, Visibility visibility, Decide decide) : ISlashCommand
{
    private const string Member = "member";
    private const string Page = "page";

    /// <summary>On a page; more would not fit into one message.</summary>
    private const int MostLines = 4;

    /// <summary>A button names a look and a page of it in one number.</summary>
    private const long MostPages = 1_000;

    public string Name => "log";

    public bool IsForModerators => true;

    public IReadOnlyList<CommandOption> Options { get; } = [new(Member, CommandOptionKind.Member)];

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var looks = new LogLooks(session);
        if (request is CommandRequest.Pressed { Button: { Action: Page, Subject: var subject } })
        {
            return await looks.FindAsync(request.Member, subject / MostPages, cancellationToken) is { } earlier
                && await PageAsync(session, earlier, subject % MostPages, request.Member, texts, cancellationToken) is var (shown, more)
                    ? new CommandReply.Replaces(shown) { Buttons = more }
                    : new CommandReply.Says(texts["log.over"]);
        }

        MemberId? about = (request as CommandRequest.Typed)?.Options.GetValueOrDefault(Member) is { } named ? new MemberId(request.Community, named) : null;
        await decide(new MemberChoice.LooksAtLog(request.Community, request.At, request.Member, about), cancellationToken);
        var look = await looks.FindAsync(request.Member, id: null, cancellationToken);
        var (text, buttons) = look is null ? (texts["log.none"], []) : await PageAsync(session, look, page: 0, request.Member, texts, cancellationToken);
        return new CommandReply.Says(text) { Buttons = buttons };
    }

    private async Task<(string Text, IReadOnlyList<MessageButton> Buttons)> PageAsync(
        WriteSession session, LogLook look, long page, MemberId reader, TextBook texts, CancellationToken cancellationToken)
    {
        var said = await new SaidQuery(session).LogAsync(look.Community, look.At, look.About, MostLines + 1, page * MostLines, cancellationToken);
        var outcomes = new SaidOutcomes(session, rules);
        List<string> lines = [said.Count == 0 ? texts["log.none"] : texts["log.title"]];
        foreach (var one in said.Take(MostLines))
        {
            lines.Add(await LineAsync(one, outcomes, look.At, reader, texts, cancellationToken));
        }

        List<MessageButton> buttons = [];
        if (page > 0)
        {
            buttons.Add(new MessageButton(new ButtonId(Name, Page, (look.Id * MostPages) + page - 1), texts["log.button.newer"]));
        }

        if (said.Count > MostLines && page + 1 < MostPages)
        {
            buttons.Add(new MessageButton(new ButtonId(Name, Page, (look.Id * MostPages) + page + 1), texts["log.button.older"]));
        }

        return (string.Join('\n', lines), buttons);
    }

    private async Task<string> LineAsync(Said said, SaidOutcomes outcomes, long now, MemberId reader, TextBook texts, CancellationToken cancellationToken)
    {
        var maySee = await visibility.MaySeeAsync(reader, said.Channel, cancellationToken);
        var place = maySee ? SaidWords.Channel(said) : texts["log.hidden"];
        var where = said.IsPrivate ? texts.Of("log.private", ("channel", place)) : place;
        string[] parts = [where + ":", SaidWords.State(said, texts), SaidWords.Reason(said, texts), await outcomes.OfAsync(said, maySee, texts, now, cancellationToken)];
        return "• " + string.Join(' ', parts.Where(part => part.Length > 0));
    }
}
