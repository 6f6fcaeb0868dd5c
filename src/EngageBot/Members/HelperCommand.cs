using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Texts;

namespace EngageBot.Members;

/// <summary>
/// <c>/engage helper on|off [topics]</c>, and the buttons by which somebody agrees to be asked now and then, or does not any more. Under the message that asks everybody the press
/// is the consent; a form then takes topics and hours, and may be closed.
/// </summary>
internal sealed class HelperCommand(Decide decide) : ISlashCommand
{
    private const string On = "on";
    private const string Off = "off";
    private const string Topics = "topics";
    private const string Hours = "hours";
    private const string SignUp = "sign-up";
    private const int LongestTopics = 200;

    public string Name => "helper";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new("state", CommandOptionKind.Text) { IsRequired = true, Choices = [On, Off] },
        new(Topics, CommandOptionKind.Text) { Example = "printers, Linux" },
    ];

    /// <summary>Under a message that offers it.</summary>
    public static MessageButton OnButton(TextBook texts) => new(new ButtonId("helper", On, 0), texts["helper.button.on"]) { IsMain = true };

    /// <summary>Under a message that asks everybody.</summary>
    public static MessageButton SignUpButton(TextBook texts) => new(new ButtonId("helper", SignUp, 0), texts["helper.button.on"]) { IsMain = true };

    /// <summary>For somebody who helps already: opens the form for topics and hours.</summary>
    public static MessageButton TopicsButton(TextBook texts) => new(new ButtonId("helper", SignUp, 0), texts["helper.button.topics"]);

    public static MessageButton OffButton(TextBook texts) => new(new ButtonId("helper", Off, 0), texts["helper.button.off"]);

    /// <summary>Under a message that tells somebody that he may be asked.</summary>
    public static MessageButton NoThanksButton(TextBook texts) => new(new ButtonId("helper", Off, 0), texts["helper.button.no-thanks"]);

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        if (request is CommandRequest.Submitted form)
        {
            return await TakeAsync(form, texts, cancellationToken);
        }

        var (state, topics) = request switch
        {
            CommandRequest.Typed typed => (typed.Options.GetValueOrDefault("state"), typed.Options.GetValueOrDefault(Topics)),
            CommandRequest.Pressed pressed => (pressed.Button.Action, null),
            _ => (null, null),
        };
        switch (state)
        {
            case On:
                await decide(new MemberChoice.Helps(request.Community, request.At, request.Member, Clean(topics)), cancellationToken);
                return new CommandReply.Says(texts["helper.on"]) { Buttons = [OffButton(texts)] };
            case SignUp:
                await decide(new MemberChoice.Helps(request.Community, request.At, request.Member, Topics: null), cancellationToken);
                return new CommandReply.Opens(FormOf(texts));
            case Off:
                await decide(new MemberChoice.HelpsNoMore(request.Community, request.At, request.Member), cancellationToken);
                return new CommandReply.Says(texts["helper.off"]);
            default:
                return new CommandReply.Says(texts["helper.usage"]);
        }
    }

    private static CommandForm FormOf(TextBook texts) => new(new ButtonId("helper", SignUp, 0), texts["helper.sign-up.form"],
    [
        new FormField(Topics, texts["helper.sign-up.field.topics"]) { MostCharacters = LongestTopics },
        new FormField(Hours, texts["helper.sign-up.field.hours"]) { MostCharacters = 60 },
    ]);

    private async Task<CommandReply> TakeAsync(CommandRequest.Submitted form, TextBook texts, CancellationToken cancellationToken)
    {
        var written = form.Fields.GetValueOrDefault(Hours, string.Empty);
        if (!HoursText.TryRead(written, out var hours) || (hours is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(hours.TimeZone, out _)))
        {
            return new CommandReply.Complains(new Dictionary<string, string> { [Hours] = texts.Of("helper.bad-hours", ("written", OneLine.Of(written, 40))) });
        }

        var choice = new MemberChoice.Helps(form.Community, form.At, form.Member, Clean(form.Fields.GetValueOrDefault(Topics))) { Hours = hours is null ? null : HoursText.Of(hours) };
        await decide(choice, cancellationToken);
        return new CommandReply.Says(texts["helper.on"]) { Buttons = [OffButton(texts)] };
    }

    private static string? Clean(string? topics) => string.IsNullOrWhiteSpace(topics) ? null : OneLine.Of(topics, LongestTopics);
}
