using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Members.Settings;
using EngageBot.Texts;

namespace EngageBot.Members;

/// <summary>
/// <c>/engage helper on|off [topics] [hours] [zone]</c>, and the buttons by which somebody agrees to be asked now and then, or does not any more. Under the message that asks
/// everybody the press is the consent; a form then takes topics, hours and zone, filled in with what he said before, and may be closed. What is not given stays as it was;
/// "none" takes it away, and so does an empty field.
/// </summary>
/// <param name="database">Without it forms are empty.</param>
/// <param name="clock">The system's where it is left out.</param>
internal sealed class HelperCommand(Decide decide, DbDataSource? database = null, TimeProvider? clock = null) : ISlashCommand
{
    private const string On = "on";
    private const string Off = "off";
    private const string Topics = "topics";
    private const string Hours = "hours";
    private const string Zone = "zone";
    private const string SignUp = "sign-up";
    private const int LongestTopics = 200;
    private const int LongestHours = 60;

    // In every language that the bot speaks.
    private static readonly string[] None = [HoursText.NoZone, .. TextBook.Languages.Select(language => TextBook.In(language)["helper.none"])];

    public string Name => "helper";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new("state", CommandOptionKind.Text) { IsRequired = true, Choices = [On, Off] },
        new(Topics, CommandOptionKind.Text) { Example = "printers, Linux" },
        new(Hours, CommandOptionKind.Text) { Example = "22:00-08:00" },
        new(Zone, CommandOptionKind.Text) { Example = "Europe/Berlin" },
    ];

    /// <summary>Under a message that offers it.</summary>
    public static MessageButton OnButton(TextBook texts) => new(new ButtonId("helper", On, 0), texts["helper.button.on"]) { IsMain = true };

    /// <summary>Under a message that asks everybody.</summary>
    public static MessageButton SignUpButton(TextBook texts) => new(new ButtonId("helper", SignUp, 0), texts["helper.button.on"]) { IsMain = true };

    /// <summary>For somebody who helps already: opens the form.</summary>
    public static MessageButton EditButton(TextBook texts) => new(new ButtonId("helper", SignUp, 0), texts["helper.button.edit"]);

    public static MessageButton OffButton(TextBook texts) => new(new ButtonId("helper", Off, 0), texts["helper.button.off"]);

    /// <summary>Under a message that tells somebody that he may be asked.</summary>
    public static MessageButton NoThanksButton(TextBook texts) => new(new ButtonId("helper", Off, 0), texts["helper.button.no-thanks"]);

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is CommandRequest.Submitted form)
        {
            return await TakeAsync(form, texts, cancellationToken);
        }

        switch (request)
        {
            case CommandRequest.Typed { Options: var given } when given.GetValueOrDefault("state") == On:
                return await SetAsync(request, name => given.TryGetValue(name, out var value) ? Meant(value) : null, texts, cancellationToken);
            case CommandRequest.Pressed { Button.Action: On }:
                return await SetAsync(request, _ => null, texts, cancellationToken);
            case CommandRequest.Pressed { Button.Action: SignUp }:
                return await AgreeAsync(request, texts, cancellationToken);
            case CommandRequest.Typed { Options: var given } when given.GetValueOrDefault("state") == Off:
            case CommandRequest.Pressed { Button.Action: Off }:
                await decide(new MemberChoice.HelpsNoMore(request.Community, request.At, request.Member), cancellationToken);
                return new CommandReply.Says(texts["helper.off"]);
            default:
                return new CommandReply.Says(texts["helper.usage"]);
        }
    }

    /// <summary>The form opens at once: what was decided is on its way, and is stored before whatever the form says.</summary>
    private async Task<CommandReply> AgreeAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        using var soon = new FormDeadline(clock ?? TimeProvider.System, cancellationToken);
        var agreed = decide(new MemberChoice.Helps(request.Community, request.At, request.Member, Topics: null), cancellationToken);
        var said = await soon.ReadAsync(stop => SettingsAsync(request.Member, stop));
        if (await soon.IsInTimeAsync(agreed))
        {
            await agreed; // Where it failed, that is said.
        }

        return new CommandReply.Opens(FormOf(said ?? new MemberSettings(), texts));
    }

    private static CommandForm FormOf(MemberSettings said, TextBook texts) => new(new ButtonId("helper", SignUp, 0), texts["helper.sign-up.form"],
    [
        new FormField(Topics, texts["helper.sign-up.field.topics"]) { Value = said.Topics ?? string.Empty, MostCharacters = LongestTopics },
        new FormField(Hours, texts["helper.sign-up.field.hours"]) { Value = said.Hours ?? string.Empty, MostCharacters = LongestHours },
        new FormField(Zone, texts["helper.sign-up.field.zone"]) { Value = said.Zone ?? string.Empty, MostCharacters = LongestHours },
    ]);

    /// <summary>An empty field is one that was emptied.</summary>
    private async Task<CommandReply> TakeAsync(CommandRequest.Submitted form, TextBook texts, CancellationToken cancellationToken) =>
        await SetAsync(form, name => form.Fields.TryGetValue(name, out var value) ? Meant(value) : null, texts, cancellationToken);

    /// <param name="given">What was said of something: empty for none, null for nothing.</param>
    private async Task<CommandReply> SetAsync(CommandRequest request, Func<string, string?> given, TextBook texts, CancellationToken cancellationToken)
    {
        var (written, zone) = (given(Hours), given(Zone));
        if (!HoursText.TryReadWithin(written ?? string.Empty, HoursText.NoZone, out var hours) || (hours is { TimeZone: not HoursText.NoZone } && !IsZone(hours.TimeZone)))
        {
            return Complaint(request, Hours, texts.Of("helper.bad-hours", ("written", OneLine.Of(written!, 40))));
        }

        if (zone is { Length: > 0 } && !IsZone(zone))
        {
            return Complaint(request, Zone, texts.Of("helper.bad-zone", ("written", OneLine.Of(zone, 40))));
        }

        var choice = new MemberChoice.Helps(request.Community, request.At, request.Member, given(Topics) is { } topics ? OneLine.Of(topics, LongestTopics) : null)
        {
            Hours = written is null ? null : HoursText.Of(hours),
            Zone = zone,
        };
        await decide(choice, cancellationToken);
        return new CommandReply.Says(texts["helper.on"]) { Buttons = [OffButton(texts), EditButton(texts)] };
    }

    private static CommandReply Complaint(CommandRequest request, string field, string complaint) => request is CommandRequest.Submitted
        ? new CommandReply.Complains(new Dictionary<string, string> { [field] = complaint })
        : new CommandReply.Says(complaint);

    private async Task<MemberSettings> SettingsAsync(MemberId member, CancellationToken cancellationToken)
    {
        if (database is null)
        {
            return new MemberSettings();
        }

        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await new SettingsQuery(session).OfAsync(member, cancellationToken);
    }

    private static bool IsZone(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    /// <summary>Empty where he wrote that he wants none.</summary>
    private static string Meant(string written) => written.Trim() is var meant && None.Contains(meant, StringComparer.OrdinalIgnoreCase) ? string.Empty : meant;
}
