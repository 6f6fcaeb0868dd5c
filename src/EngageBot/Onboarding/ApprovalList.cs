using System.Data.Common;
using System.Globalization;
using Dapper;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Onboarding;

/// <summary>
/// The first part of the queue: what waits for a moderator's word before it is said, one after the other, also where no place is known in which moderators hear from the bot.
/// A moderator sees of it what he can read himself.
/// </summary>
internal sealed class ApprovalList(DbDataSource database, Visibility visibility, Decide decide)
{
    public const string Send = "send-next";
    public const string Not = "not-next";

    private const string From =
        """
        FROM communities k
        JOIN approvals a ON a.community = k.id
        JOIN outbox o ON o.id = a.entry
        """;

    private static readonly string Where =
        $"WHERE k.platform = @platform AND k.platform_id = @id AND a.is_said IS NULL AND o.state = {OutboxState.Planned:D} AND o.unwanted_at IS NULL";

    /// <summary>Whether a button is one of these.</summary>
    public static bool Is(ButtonId button) => button.Action is Send or Not;

    /// <summary>Does what a button says, where that is still to be decided.</summary>
    public async Task DecideAsync(CommandRequest.Pressed pressed, CancellationToken cancellationToken)
    {
        var (entry, isToBeSaid) = (pressed.Button.Subject, pressed.Button.Action == Send);
        if ((await SeenAsync(pressed, cancellationToken)).Any(waiting => waiting.Entry == entry))
        {
            await decide(new ModeratorChoice.Approves(pressed.Community, pressed.At, pressed.Member, entry, isToBeSaid), cancellationToken);
        }
    }

    /// <summary>The first that waits; null where nothing does.</summary>
    /// <param name="command">Whose buttons they are.</param>
    public async Task<(string Text, IReadOnlyList<MessageButton> Buttons)?> ShowAsync(CommandRequest request, string command, TextBook texts, CancellationToken cancellationToken)
    {
        if (await SeenAsync(request, cancellationToken) is not [var first, ..] seen)
        {
            return null;
        }

        var text = ApproveTexts.Of(first.Kind, first.IsPrivate, first.ChannelName, first.Text, texts);
        var more = seen.Count == 1 ? "" : "\n" + texts.Of("queue.more", ("count", (seen.Count - 1).ToString(CultureInfo.InvariantCulture)));
        return (text + more,
        [
            new(new ButtonId(command, Send, first.Entry), texts["approve.button.send"]) { IsMain = true },
            new(new ButtonId(command, Not, first.Entry), texts["approve.button.not"]),
        ]);
    }

    private async Task<IReadOnlyList<Waiting>> SeenAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var of = new { platform = (int)request.Community.Platform, id = request.Community.Value };
        var all = await connection.QueryAsync<(long Entry, long Kind, long IsPrivate, string Text, string Name, string Channel)>(new CommandDefinition(
            $"SELECT a.entry, o.kind, CASE WHEN o.member IS NULL THEN 0 ELSE 1 END, o.text, c.name, c.platform_id {From} JOIN channels c ON c.id = o.channel {Where} ORDER BY a.entry LIMIT 100",
            of,
            cancellationToken: cancellationToken));
        var spokenOf = (await connection.QueryAsync<(long Entry, string Channel)>(new CommandDefinition(
            $"SELECT a.entry, c.platform_id {From} JOIN outbox_posts p ON p.entry = a.entry JOIN messages m ON m.id = p.post JOIN channels c ON c.id = m.channel {Where}",
            of,
            cancellationToken: cancellationToken))).ToLookup(post => post.Entry, post => post.Channel);
        List<Waiting> seen = [];
        foreach (var one in all)
        {
            var channels = spokenOf[one.Entry].Append(one.Channel).Select(channel => new ChannelId(request.Community, channel));
            if (await visibility.AccessAsync([request.Member], channels, cancellationToken) == ReadAccess.Can)
            {
                seen.Add(new Waiting(one.Entry, (OutboxKind)one.Kind, one.IsPrivate != 0, one.Text, one.Name));
            }
        }

        return seen;
    }

    private sealed record Waiting(long Entry, OutboxKind Kind, bool IsPrivate, string Text, string ChannelName);
}
