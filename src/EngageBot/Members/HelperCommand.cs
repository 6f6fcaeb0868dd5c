using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Members;

/// <summary><c>/engage helper on|off [topics]</c>, and the buttons by which somebody agrees to be asked now and then, or does not any more.</summary>
internal sealed class HelperCommand(Decide decide) : ISlashCommand
{
    private const string On = "on";
    private const string Off = "off";
    private const string Topics = "topics";
    private const int LongestTopics = 200;

    public string Name => "helper";

    public IReadOnlyList<CommandOption> Options { get; } =
    [
        new("state", CommandOptionKind.Text) { IsRequired = true, Choices = [On, Off] },
        new(Topics, CommandOptionKind.Text),
    ];

    /// <summary>Under a message that offers it.</summary>
    public static MessageButton OnButton(TextBook texts) => new(new ButtonId("helper", On, 0), texts["helper.button.on"]) { IsMain = true };

    public static MessageButton OffButton(TextBook texts) => new(new ButtonId("helper", Off, 0), texts["helper.button.off"]);

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
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
            case Off:
                await decide(new MemberChoice.HelpsNoMore(request.Community, request.At, request.Member), cancellationToken);
                return new CommandReply.Says(texts["helper.off"]);
            default:
                return new CommandReply.Says(texts["helper.usage"]);
        }
    }

    private static string? Clean(string? topics) => string.IsNullOrWhiteSpace(topics) ? null : OneLine.Of(topics, LongestTopics);
}
