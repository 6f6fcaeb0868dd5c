using System.Data.Common;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Onboarding;

/// <summary>The buttons under the bot's first words: what it would have done, what it reads and keeps, and what it knows about the one who asks.</summary>
internal sealed class FirstCommand(DbDataSource database, RulesBook rules, TextRetention retention, IEnumerable<IChatPlatform> platforms, Visibility visibility) : ISlashCommand
{
    public const string Command = "first";
    public const string Preview = "preview";
    public const string Privacy = "privacy";
    public const string Me = "me";

    public string Name => Command;

    public bool IsListed => false;

    /// <summary>Under what members are told.</summary>
    public static MessageButton MeButton(TextBook texts) => new(new ButtonId(Command, Me, 0), texts["first.button.me"]);

    public Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) => request switch
    {
        CommandRequest.Pressed { Button.Action: Preview } when !request.By.IsModerator => Task.FromResult<CommandReply>(new CommandReply.Says(texts["command.moderators-only"])),
        CommandRequest.Pressed { Button.Action: Preview } => PreviewAsync(request, texts, cancellationToken),
        CommandRequest.Pressed { Button.Action: Me } => MeAsync(request, texts, cancellationToken),
        _ => Task.FromResult<CommandReply>(new CommandReply.Says(texts.Of("first.privacy", ("days", retention.DaysIn(rules.Of(request.Community)).ToString(CultureInfo.InvariantCulture))))),
    };

    private async Task<CommandReply> PreviewAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        if (await new KnownCommunityQuery(session).FindAsync(request.Community, cancellationToken) is not { } community)
        {
            return new CommandReply.Says(texts["command.none"]);
        }

        var platform = platforms.FirstOrDefault(one => one.Platform == request.Community.Platform);
        var findings = await new FindingsReader(session, rules).ReadAsync(community, request.At, cancellationToken);
        findings = await findings.SeenByAsync(request.Member, visibility, cancellationToken);
        return new CommandReply.Says(FindingsTexts.Of(findings, isPictured: false, place => platform?.LinkTo(place), texts));
    }

    private async Task<CommandReply> MeAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return new CommandReply.Says(await new KnownMemberQuery(session).InWordsAsync(request.Member, request.At, texts, cancellationToken)) { Buttons = [Members.OptOutCommand.Button(texts)] };
    }
}
