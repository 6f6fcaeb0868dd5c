using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Database;
using EngageBot.Texts;

namespace EngageBot.Introductions.Proposals;

/// <summary>
/// <c>/engage introduce [who] [about]</c>: without anything, it opts in to introductions and asks for somebody who fits; with somebody, it asks for him alone. What is answered is
/// the same whether the other wants to be introduced to people or not: nobody learns that from the bot.
/// </summary>
internal sealed class IntroduceCommand(DbDataSource database, Decide decide) : ISlashCommand
{
    private const string Who = "who";
    private const string About = "about";
    private const string On = "on";
    private const string Off = "off";
    private const string RoundsOn = "rounds-on";
    private const string RoundsOff = "rounds-off";
    private const string RoundsOnly = "rounds-only";
    private const string GreetOn = "greet-on";
    private const string GreetOff = "greet-off";
    private const string Somebody = "somebody";
    private const int LongestAbout = 200;

    /// <summary>So many may be asked for in a week.</summary>
    private const int MostInAWeek = 5;

    private static readonly HotSql Lately = new(
        """
        SELECT COUNT(*) FROM introduction_requests r JOIN members w ON w.id = r.member JOIN communities k ON k.id = w.community
        WHERE w.platform_id = @member AND k.platform = @platform AND k.platform_id = @community AND r.at > @since AND r.who IS NOT NULL
        """,
        ("member", DbType.String),
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("since", DbType.Int64));

    public string Name => "introduce";

    public IReadOnlyList<CommandOption> Options { get; } = [new(Who, CommandOptionKind.Member), new(About, CommandOptionKind.Text) { Example = "old clocks" }];

    /// <summary>Under a message that offers to introduce its reader to people who fit.</summary>
    public static MessageButton SomebodyButton(TextBook texts) => new(new ButtonId("introduce", Somebody, 0), texts["introduce.button.somebody"]);

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) => request switch
    {
        CommandRequest.Typed typed when typed.Options.GetValueOrDefault(Who) is { } who => await AskAsync(request, who, Clean(typed.Options.GetValueOrDefault(About)), texts, cancellationToken),
        CommandRequest.Typed typed => await OptInAsync(request, Clean(typed.Options.GetValueOrDefault(About)), texts, cancellationToken),
        CommandRequest.Pressed { Button.Action: var action } => await ChangeAsync(action, request, texts, cancellationToken),
        _ => new CommandReply.Says(texts["intro.over"]),
    };

    private async Task<CommandReply> ChangeAsync(string action, CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case On or Somebody:
                return await OptInAsync(request, about: null, texts, cancellationToken);
            case Off:
                await AgreeAsync(request, ContactKind.Introduction, isWanted: false, cancellationToken);
                return new CommandReply.Says(texts["introduce.off"]) { Buttons = [Button(On, texts["introduce.button.on"]), Button(RoundsOn, texts["introduce.button.rounds-only"])] };
            case RoundsOnly:
                await AgreeAsync(request, ContactKind.Introduction, isWanted: false, cancellationToken);
                goto case RoundsOn;
            case RoundsOn:
                await AgreeAsync(request, ContactKind.Round, isWanted: true, cancellationToken);
                return new CommandReply.Says(texts["introduce.rounds-on"]) { Buttons = [Button(RoundsOff, texts["introduce.button.rounds-off"])] };
            case RoundsOff:
                await AgreeAsync(request, ContactKind.Round, isWanted: false, cancellationToken);
                return new CommandReply.Says(texts["introduce.rounds-off"]) { Buttons = [Button(RoundsOn, texts["introduce.button.rounds-on"])] };
            case GreetOn:
                await AgreeAsync(request, ContactKind.Greeting, isWanted: true, cancellationToken);
                return new CommandReply.Says(texts["introduce.greet-on"]) { Buttons = [Button(GreetOff, texts["introduce.button.greet-off"])] };
            case GreetOff:
                await AgreeAsync(request, ContactKind.Greeting, isWanted: false, cancellationToken);
                return new CommandReply.Says(texts["introduce.greet-off"]);
            default:
                return new CommandReply.Says(texts["intro.over"]);
        }
    }

    private async Task<CommandReply> OptInAsync(CommandRequest request, string? about, TextBook texts, CancellationToken cancellationToken)
    {
        await AgreeAsync(request, ContactKind.Introduction, isWanted: true, cancellationToken);
        await decide(new IntroductionChoice.Asks(request.Community, request.At, request.Member, With: null, about), cancellationToken);
        return new CommandReply.Says(texts["introduce.on"])
        {
            Buttons =
            [
                Button(Off, texts["introduce.button.off"]),
                Button(RoundsOn, texts["introduce.button.rounds-on"]),
                Button(RoundsOnly, texts["introduce.button.rounds-only"]),
                Button(GreetOn, texts["introduce.button.greet-on"]),
            ],
        };
    }

    private async Task<CommandReply> AskAsync(CommandRequest request, string who, string? about, TextBook texts, CancellationToken cancellationToken)
    {
        var other = new MemberId(request.Community, who);
        if (other == request.Member)
        {
            return new CommandReply.Says(texts["introduce.self"]);
        }

        if (await AskedLatelyAsync(request, cancellationToken) >= MostInAWeek)
        {
            return new CommandReply.Says(texts["introduce.enough"]);
        }

        await decide(new IntroductionChoice.Asks(request.Community, request.At, request.Member, other, about), cancellationToken);
        return new CommandReply.Says(texts["introduce.asked"]) { Buttons = [Button(On, texts["introduce.button.on"])] };
    }

    private Task AgreeAsync(CommandRequest request, ContactKind kind, bool isWanted, CancellationToken cancellationToken) =>
        decide(new MemberChoice.Agrees(request.Community, request.At, request.Member, kind, isWanted), cancellationToken);

    private async Task<long> AskedLatelyAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await session.NumberAsync(
            Lately, cancellationToken, request.Member.Value, (int)request.Community.Platform, request.Community.Value, request.At.AddDays(-7).ToUnixTimeMilliseconds()) ?? 0;
    }

    private static MessageButton Button(string action, string label) => new(new ButtonId("introduce", action, 0), label);

    private static string? Clean(string? about) => string.IsNullOrWhiteSpace(about) ? null : OneLine.Of(about, LongestAbout);
}
