using System.Data.Common;
using System.Globalization;
using EngageBot.Commands;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Introductions.Rounds;

/// <summary><c>/engage-mod round start|skip|stop|show [every] [size] [per]</c>.</summary>
internal sealed class RoundCommand(DbDataSource database, WorkSignal signal) : ISlashCommand
{
    private const string What = "what";
    private const string Every = "every";
    private const string Size = "size";
    private const string Per = "per";
    private const string Interest = "interest";
    private const string All = "all";
    private const string Start = "start";
    private const string Skip = "skip";
    private const string Stop = "stop";
    private const string Show = "show";
    private const int UsualSize = 2;

    private static readonly (string Name, int Days)[] Often = [("week", 7), ("two-weeks", 14), ("month", 30)];

    private readonly RoundSchedules _schedules = new(database);

    public string Name => "round";

    public bool IsForModerators => true;

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new(What, CommandOptionKind.Text) { IsRequired = true, Choices = [Start, Skip, Stop, Show] },
        new(Every, CommandOptionKind.Text) { Choices = [.. Often.Select(often => often.Name)] },
        new(Size, CommandOptionKind.Number) { Example = "3" },
        new(Per, CommandOptionKind.Text) { Choices = [Interest, All] },
    ];

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        var given = (request as CommandRequest.Typed)?.Options ?? new Dictionary<string, string>();
        switch (given.GetValueOrDefault(What))
        {
            case Start when DaysOf(given.GetValueOrDefault(Every)) is { } days && SizeOf(given.GetValueOrDefault(Size)) is { } size:
                await _schedules.StartAsync(request.Community, days, size, PerOf(given.GetValueOrDefault(Per)), request.At, cancellationToken);
                break;
            case Skip:
                await _schedules.SkipAsync(request.Community, cancellationToken);
                break;
            case Stop:
                await _schedules.StopAsync(request.Community, request.At, cancellationToken);
                signal.Set();
                return new CommandReply.Says(texts["round.stopped"]);
            case Show:
                break;
            default:
                return new CommandReply.Complains(given.GetValueOrDefault(What) != Start ? What : DaysOf(given.GetValueOrDefault(Every)) is null ? Every : Size, texts["round.usage"]);
        }

        signal.Set();
        return new CommandReply.Says(await _schedules.FindAsync(request.Community, cancellationToken) is { } schedule ? InWords(schedule, texts) : texts["round.none"]);
    }

    private static string InWords(RoundSchedule schedule, TextBook texts)
    {
        var shown = texts.Of(
            "round.shown",
            ("days", Written(schedule.EveryDays)),
            ("size", Written(schedule.GroupSize)),
            ("date", RoundTexts.DateOf(schedule.NextAt)),
            ("people", Written(schedule.People)));
        return schedule.IsPerInterest ? $"{shown}\n{texts["round.shown.interest"]}" : shown;
    }

    private static bool? PerOf(string? per) => per switch
    {
        Interest => true,
        All => false,
        _ => null,
    };

    private static int? DaysOf(string? every) => every is null ? Often[0].Days : Often.Where(often => often.Name == every).Select(often => (int?)often.Days).FirstOrDefault();

    private static int? SizeOf(string? size) => size is null ? UsualSize
        : int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= RoundPolicy.SmallestGroup and <= RoundPolicy.LargestGroup ? number
        : null;

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);
}
