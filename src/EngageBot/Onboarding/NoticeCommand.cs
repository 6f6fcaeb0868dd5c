using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Texts;

namespace EngageBot.Onboarding;

/// <summary><c>/engage-mod notice [channel]</c>: one short notice for members, before the bot speaks, where moderators choose and in words that they can change.</summary>
internal sealed class NoticeCommand(RulesBook rules, TextRetention retention, ChannelNames names, Decide decide, TimeProvider clock) : ISlashCommand
{
    public const string Command = "notice";
    public const string Write = "write";
    private const string Channel = "channel";

    public string Name => Command;

    public bool IsForModerators => true;

    public IReadOnlyList<CommandOption> Options { get; } = [new(Channel, CommandOptionKind.Channel)];

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is not CommandRequest.Submitted form)
        {
            var given = (request as CommandRequest.Typed)?.Options.GetValueOrDefault(Channel);
            using var soon = new FormDeadline(clock, cancellationToken);
            var known = given is null ? null : await soon.ReadAsync(stop => names.MeantByAsync(request.Member, given, [], stop));
            var own = rules.Of(request.Community);
            var usual = own.Wording().Of("notice.text", ("days", retention.DaysIn(own).ToString(CultureInfo.InvariantCulture)));
            return new CommandReply.Opens(AnnouncementForm.Of(new ButtonId(Command, Write, 0), texts["notice.form"], known?.GetValueOrDefault(given!), usual, texts));
        }

        if (AnnouncementForm.Read(form, await names.MeantByAsync(form.Member, string.Join('\n', form.Fields.Values), [], cancellationToken), texts, out var complaints) is not { } notice)
        {
            return new CommandReply.Complains(complaints);
        }

        await decide(new ModeratorChoice.Announces(form.Community, form.At, form.Member, Announcement.Notice, notice.Channel, notice.Text), cancellationToken);
        return new CommandReply.Says(texts.Of("announce.done", ("channel", $"#{OneLine.Of(notice.Name.TrimStart('#'), 60)}")));
    }
}
