using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Texts;

namespace EngageBot.Introductions.Rounds;

/// <summary>The button by which somebody sits a round out, as long as it has not begun.</summary>
internal sealed class RoundNoticeCommand(DbDataSource database, RulesBook rules, Decide decide) : ISlashCommand
{
    private static readonly HotSql IsTold = new(
        $"""
        SELECT 1 FROM rounds r
        JOIN round_people p ON p.round = r.id
        JOIN members w ON w.id = p.member
        JOIN communities k ON k.id = r.community
        WHERE r.id = @round AND r.state = {RoundState.Announced:D} AND w.platform_id = @member AND k.platform = @platform AND k.platform_id = @community
        """,
        ("round", DbType.Int64),
        ("member", DbType.String),
        ("platform", DbType.Int32),
        ("community", DbType.String));

    public string Name => RoundTexts.Command;

    public bool IsListed => false;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is not CommandRequest.Pressed { Button: { Action: RoundTexts.Skip } button } || !await IsToldAsync(button.Subject, request, cancellationToken))
        {
            return new CommandReply.Says(texts["intro.over"]);
        }

        await decide(new IntroductionChoice.Skips(request.Community, request.At, request.Member, button.Subject), cancellationToken);
        return new CommandReply.Replaces(rules.Of(request.Community).Wording()["round.skipped"]);
    }

    private async Task<bool> IsToldAsync(long round, CommandRequest request, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await session.NumberAsync(IsTold, cancellationToken, round, request.Member.Value, (int)request.Community.Platform, request.Community.Value) is not null;
    }
}
