using System.Globalization;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary><c>/engage-mod quiet-hours FROM TO ZONE</c>, or <c>off</c>: hours in which nobody is contacted and no wait runs.</summary>
internal sealed class QuietHoursCommand(RulesBook book, RulesStore store) : ISlashCommand
{
    private const string From = "from";
    private const string To = "to";
    private const string Zone = "zone";
    private const string Off = "off";

    private static readonly string[] Times = ["H:mm", "HH:mm", "%H"];

    public string Name => "quiet-hours";

    public bool IsForModerators => true;

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new(From, CommandOptionKind.Text) { IsRequired = true, Example = "22:00" },
        new(To, CommandOptionKind.Text) { Example = "08:00" },
        new(Zone, CommandOptionKind.Text) { Example = "Europe/Berlin" },
    ];

    /// <summary>Hours as they would be given.</summary>
    public static IReadOnlyDictionary<string, string> Given(QuietHours hours) =>
        new Dictionary<string, string>(StringComparer.Ordinal) { [From] = Written(hours.From), [To] = Written(hours.To), [Zone] = hours.TimeZone };

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is not CommandRequest.Typed { Options: var given })
        {
            return new CommandReply.Says(texts["quiet-hours.usage"]);
        }

        if (Unread(given, book.Of(request.Community).QuietHours?.TimeZone, out var hours) is { } unread)
        {
            return new CommandReply.Complains(unread, texts["quiet-hours.usage"]);
        }

        var outcome = await store.ChangeAsync(request.By, rules => rules with { QuietHours = hours }, cancellationToken);
        var wrong = hours is not null && TimeZoneInfo.TryFindSystemTimeZoneById(hours.TimeZone, out _) ? To : Zone;
        return RulesAnswers.Complaint(outcome, wrong, texts) ?? new CommandReply.Says(hours is null
            ? texts["quiet-hours.off"]
            : texts.Of("quiet-hours.on", ("from", Written(hours.From)), ("to", Written(hours.To)), ("zone", hours.TimeZone)));
    }

    /// <summary>The option that cannot be made sense of; null where there is none.</summary>
    /// <param name="usual">The zone where none is given.</param>
    /// <param name="hours">None for off.</param>
    private static string? Unread(IReadOnlyDictionary<string, string> given, string? usual, out QuietHours? hours)
    {
        hours = null;
        var from = given.GetValueOrDefault(From)?.Trim();
        if (string.Equals(from, Off, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var zone = given.GetValueOrDefault(Zone)?.Trim() is { Length: > 0 } named ? named : usual;
        if (!TryRead(from, out var start))
        {
            return From;
        }

        if (!TryRead(given.GetValueOrDefault(To)?.Trim(), out var end))
        {
            return To;
        }

        hours = zone is null ? null : new QuietHours(start, end, zone);
        return zone is null ? Zone : null;
    }

    private static bool TryRead(string? written, out TimeOnly time) => TimeOnly.TryParseExact(written, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
