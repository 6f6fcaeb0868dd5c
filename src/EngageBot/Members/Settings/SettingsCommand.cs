using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Database;
using EngageBot.Texts;

namespace EngageBot.Members.Settings;

/// <summary><c>/engage settings</c>: how a member wants it, and a button for each thing that can be otherwise.</summary>
internal sealed class SettingsCommand(DbDataSource database, Decide decide) : ISlashCommand
{
    private const int UsualDays = 14;

    public string Name => SettingsTexts.Command;

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is CommandRequest.Pressed pressed && ChoiceOf(pressed) is { } choice)
        {
            await decide(choice, cancellationToken);
        }

        var (text, buttons) = await ShowAsync(request.By, texts, cancellationToken);
        return request is CommandRequest.Pressed ? new CommandReply.Replaces(text) { Buttons = buttons } : new CommandReply.Says(text) { Buttons = buttons };
    }

    public async Task<(string Text, IReadOnlyList<MessageButton> Buttons)> ShowAsync(Asker by, TextBook texts, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var settings = await new SettingsQuery(session).OfAsync(by.Member, cancellationToken);
        return (SettingsTexts.Of(settings, by.At, texts), SettingsTexts.Buttons(settings, by.At, texts));
    }

    private static MemberChoice? ChoiceOf(CommandRequest.Pressed pressed) => pressed.Button.Action switch
    {
        SettingsTexts.Help => new MemberChoice.Helps(pressed.Community, pressed.At, pressed.Member, Topics: null),
        SettingsTexts.Rest => new MemberChoice.HelpsNoMore(pressed.Community, pressed.At, pressed.Member),
        SettingsTexts.Pause => new MemberChoice.Pauses(pressed.Community, pressed.At, pressed.Member, pressed.At.AddDays(UsualDays)),
        SettingsTexts.Resume => new MemberChoice.Pauses(pressed.Community, pressed.At, pressed.Member, Until: null),
        SettingsTexts.Remind => Agrees(pressed, ContactKind.YourTurn, isWanted: true),
        SettingsTexts.Silent => Agrees(pressed, ContactKind.YourTurn, isWanted: false),
        SettingsTexts.Introduce => Agrees(pressed, ContactKind.Introduction, isWanted: true),
        SettingsTexts.Alone => Agrees(pressed, ContactKind.Introduction, isWanted: false),
        SettingsTexts.JoinRounds => Agrees(pressed, ContactKind.Round, isWanted: true),
        SettingsTexts.LeaveRounds => Agrees(pressed, ContactKind.Round, isWanted: false),
        SettingsTexts.Return => new MemberChoice.ComesBack(pressed.Community, pressed.At, pressed.Member, pressed.By.Name),
        _ => null,
    };

    private static MemberChoice.Agrees Agrees(CommandRequest.Pressed pressed, ContactKind kind, bool isWanted) => new(pressed.Community, pressed.At, pressed.Member, kind, isWanted);
}
