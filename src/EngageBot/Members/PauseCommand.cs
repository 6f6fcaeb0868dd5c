using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Members;

/// <summary><c>/engage pause [days]</c>: nothing from the bot for a while. 0 takes it back.</summary>
internal sealed class PauseCommand(Decide decide) : ISlashCommand
{
    private const string Days = "days";
    private const int UsualDays = 14;
    private const int MostDays = 365;

    public string Name => "pause";

    public IReadOnlyList<CommandOption> Options { get; } = [new(Days, CommandOptionKind.Number)];

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        var given = (request as CommandRequest.Typed)?.Options.GetValueOrDefault(Days);
        var days = UsualDays;
        if (given is not null && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out days) || days > MostDays))
        {
            return new CommandReply.Says(texts["pause.usage"]);
        }

        DateTimeOffset? until = days == 0 ? null : request.At.AddDays(days);
        await decide(new MemberChoice.Pauses(request.Community, request.At, request.Member, until), cancellationToken);
        return new CommandReply.Says(until is null ? texts["pause.over"] : texts.Of("pause.on", ("date", until.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
    }
}
