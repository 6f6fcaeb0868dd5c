using System.Data.Common;
using Dapper;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Onboarding;

/// <summary>The buttons under a message that moderators are shown before it is said. The first word counts.</summary>
internal sealed class ApproveCommand(DbDataSource database, Decide decide) : ISlashCommand
{
    public const string Command = "approve";
    public const string Send = "send";
    public const string Not = "not";

    public string Name => Command;

    public bool IsForModerators => true;

    public bool IsListed => false;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is not CommandRequest.Pressed { Button: { Action: Send or Not } button } || !await IsOpenAsync(request.Community, button.Subject, cancellationToken))
        {
            return new CommandReply.Replaces(texts["approve.over"]);
        }

        await decide(new ModeratorChoice.Approves(request.Community, request.At, request.Member, button.Subject, IsToBeSaid: button.Action == Send), cancellationToken);
        return new CommandReply.Replaces(texts[button.Action == Send ? "approve.sent" : "approve.not"]);
    }

    private async Task<bool> IsOpenAsync(CommunityId community, long entry, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            $"""
            SELECT COUNT(*) FROM approvals a
            JOIN outbox o ON o.id = a.entry AND o.state = {OutboxState.Planned:D}
            JOIN communities k ON k.id = a.community
            WHERE a.entry = @entry AND a.is_said IS NULL AND k.platform = @platform AND k.platform_id = @id
            """,
            new { entry, platform = (int)community.Platform, id = community.Value },
            cancellationToken: cancellationToken)) > 0;
    }
}
