using System.Data.Common;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Texts;
using EngageBot.Unanswered;

namespace EngageBot.Onboarding;

/// <summary>
/// <c>/engage-mod helpers [list|signup] [channel]</c>: how many may be asked, and where there are too few; and a message that asks members whether they would like to be. Nobody
/// is named.
/// </summary>
internal sealed class HelpersCommand(DbDataSource database, RulesBook rules, ChannelNames names, Visibility visibility, Decide decide, TimeProvider clock) : ISlashCommand
{
    public const string Command = "helpers";
    public const string SignUp = "signup";
    private const string List = "list";
    private const string Action = "action";
    private const string Channel = "channel";
    private const int MostShown = 10;

    public string Name => Command;

    public bool IsForModerators => true;

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new(Action, CommandOptionKind.Text) { Choices = [List, SignUp], Example = SignUp },
        new(Channel, CommandOptionKind.Channel),
    ];

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) => request switch
    {
        CommandRequest.Submitted form => await TakeAsync(form, texts, cancellationToken),
        CommandRequest.Typed { Options: var given } when given.GetValueOrDefault(Action) == SignUp => await OpenAsync(request, given.GetValueOrDefault(Channel), texts, cancellationToken),
        CommandRequest.Pressed { Button.Action: SignUp } => await OpenAsync(request, channel: null, texts, cancellationToken),
        _ => await ListAsync(request, texts, cancellationToken),
    };

    private async Task<CommandReply> OpenAsync(CommandRequest request, string? channel, TextBook texts, CancellationToken cancellationToken)
    {
        using var soon = new FormDeadline(clock, cancellationToken);
        var name = channel is null ? null : (await soon.ReadAsync(stop => names.MeantByAsync(request.Member, channel, [], stop)))?.GetValueOrDefault(channel);
        var usual = rules.Of(request.Community).Wording()["sign-up.text"];
        return new CommandReply.Opens(AnnouncementForm.Of(new ButtonId(Command, SignUp, 0), texts["sign-up.form"], name, usual, texts));
    }

    private async Task<CommandReply> TakeAsync(CommandRequest.Submitted form, TextBook texts, CancellationToken cancellationToken)
    {
        if (AnnouncementForm.Read(form, await names.MeantByAsync(form.Member, string.Join('\n', form.Fields.Values), [], cancellationToken), texts, out var complaints) is not { } asked)
        {
            return new CommandReply.Complains(complaints);
        }

        await decide(new ModeratorChoice.Announces(form.Community, form.At, form.Member, Announcement.SignUp, asked.Channel, asked.Text), cancellationToken);
        return new CommandReply.Says(texts.Of("announce.done", ("channel", $"#{OneLine.Of(asked.Name.TrimStart('#'), 60)}")));
    }

    /// <summary>Whoever agreed can be asked about all channels that everybody can read: where there are too few, there are too few in each of them.</summary>
    private async Task<CommandReply> ListAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        if (await new KnownCommunityQuery(session).FindAsync(request.Community, cancellationToken) is not { } community)
        {
            return new CommandReply.Says(texts["command.none"]);
        }

        var own = rules.Of(request.Community);
        var text = texts.Of("helpers.count", ("count", community.Helpers.ToString(CultureInfo.InvariantCulture)));
        var fewest = own.FewestHelpersFor(community.People);
        if (community.Helpers < fewest)
        {
            var all = await new ChannelShareQuery(session).OfAsync(community.Key, request.At.ToUnixTimeMilliseconds(), cancellationToken);
            var seen = await visibility.SeenAsync(request.Member, all.Where(channel => own.Watches(channel.Name, channel.Id)), channel => new ChannelId(request.Community, channel.Id), cancellationToken);
            string[] channels = [.. seen.Select(channel => $"#{OneLine.Of(channel.Name.TrimStart('#'), 40)}")];
            text += "\n" + texts.Of("findings.nobody", ("channels", ShortList.Of(channels, MostShown, texts)));
            text += "\n" + texts.Of("findings.fewest", ("count", fewest.ToString(CultureInfo.InvariantCulture)));
        }

        return new CommandReply.Says(text) { Buttons = [new(new ButtonId(Command, SignUp, 0), texts["setup.button.sign-up"]) { IsMain = true }] };
    }
}
