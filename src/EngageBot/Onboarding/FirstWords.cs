using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Members;
using EngageBot.Texts;

namespace EngageBot.Onboarding;

/// <summary>
/// What is said besides, when a command is answered: to the first who manages a community and could not be told before, what the bot does there; to a member who has used the bot,
/// once, that he could be asked now and then himself.
/// </summary>
internal sealed class FirstWords(DbDataSource database, RulesBook rules, Decide decide)
{
    /// <summary>Two rows; a platform takes five of five.</summary>
    private const int MostButtons = 10;

    /// <summary>Whoever uses these has said already how he wants it.</summary>
    private static readonly string[] AboutOneself = ["helper", "settings", "pause", "optout", "optin", "privacy"];

    private static readonly HotSql MayBeOffered = new(
        """
        SELECT 1 FROM members m
        JOIN communities k ON k.id = m.community AND k.live_since IS NOT NULL
        LEFT JOIN member_settings s ON s.member = m.id
        WHERE k.platform = @platform AND k.platform_id = @community AND m.platform_id = @member AND m.opted_out_at IS NULL
            AND s.member IS NULL AND NOT EXISTS (SELECT 1 FROM helper_offers o WHERE o.member = m.id)
        """,
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("member", DbType.String));

    public async Task<CommandReply> AddAsync(ISlashCommand command, CommandRequest request, CommandReply reply, CancellationToken cancellationToken)
    {
        if (reply is not CommandReply.Says says || request is not (CommandRequest.Typed or CommandRequest.OnMessage) || !command.IsListed)
        {
            return reply;
        }

        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return command.IsForModerators ? await HelloAsync(session, request, says, cancellationToken)
            : AboutOneself.Contains(command.Name) ? reply
            : await OfferAsync(session, request, says, cancellationToken);
    }

    private async Task<CommandReply> HelloAsync(WriteSession session, CommandRequest request, CommandReply.Says says, CancellationToken cancellationToken)
    {
        var communities = new KnownCommunityQuery(session);
        if (!await communities.IsToHearAsync(request.Community, cancellationToken) || await communities.FindAsync(request.Community, cancellationToken) is not { } community)
        {
            return says;
        }

        var texts = rules.Of(request.Community).Wording();
        var hello = ArrivalTexts.Of(community, await communities.TroublesAsync(community.Id, cancellationToken), texts);
        await decide(new ModeratorChoice.Heard(request.Community, request.At, request.Member, request.By.Channel), cancellationToken);
        return With(says, hello, ArrivalTexts.Buttons(texts));
    }

    private async Task<CommandReply> OfferAsync(WriteSession session, CommandRequest request, CommandReply.Says says, CancellationToken cancellationToken)
    {
        if (await session.NumberAsync(MayBeOffered, cancellationToken, (int)request.Community.Platform, request.Community.Value, request.Member.Value) is null)
        {
            return says;
        }

        var texts = TextBook.In(request.By.Language);
        await decide(new MemberChoice.HearsOffer(request.Community, request.At, request.Member), cancellationToken);
        return With(says, texts["helper.offer"], [HelperCommand.OnButton(texts)]);
    }

    private static CommandReply.Says With(CommandReply.Says says, string more, IReadOnlyList<MessageButton> buttons) =>
        says with { Text = $"{says.Text}\n\n{more}", Buttons = [.. says.Buttons.Concat(buttons).Take(MostButtons)] };
}
