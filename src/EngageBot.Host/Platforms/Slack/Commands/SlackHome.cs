using EngageBot.Commands;
using EngageBot.Slack.Blocks;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;
using EngageBot.Slack.Models.Interactions;
using EngageBot.Slack.WebApi;

namespace EngageBot.Host.Platforms.Slack.Commands;

/// <summary>Members' own pages in the app's home. One that was opened lately is shown anew when something on it may have changed. <see href="https://docs.slack.dev/surfaces/app-home"/>.</summary>
internal sealed class SlackHome(CommandRouter router, TimeProvider clock)
{
    private const string Tab = "home";
    private const int Remembered = 10_000;

    /// <summary>Whoever comes back later opens it again, which Slack says.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly BriefMemory<(string Team, string User), bool> _opened = new(Kept, Remembered, clock);

    /// <summary>Who opened his page; null where that is not what happened.</summary>
    public static (string Team, string User)? OpenedBy(EventCallback happened) =>
        happened.Event is AppHomeOpenedEvent { Tab: Tab, User: var user } ? (happened.TeamId, user) : null;

    public static bool IsIn(View? view) => view?.Type == Tab;

    /// <summary>Something was pressed or sent in in a view: in the home, or in a form that may lie over it.</summary>
    public bool MayShowOtherwise(SlackPayload payload, SlackWorld world, string user) =>
        payload is ViewSubmission or BlockActions { View: not null } && _opened.TryGet((world.Team, user), out _);

    /// <summary>Shows somebody his page as it is now.</summary>
    public async Task<SlackResult<View>> ShowAsync(SlackWorld world, Asker by, CancellationToken cancellationToken)
    {
        var reply = await router.RunAsync(new CommandRequest.Typed(by, CommandRequest.Home), cancellationToken);
        _opened.Put((world.Team, by.Member.Value), true);
        return await world.Client.PublishViewAsync(by.Member.Value, PageOf(reply, world.Address), cancellationToken);
    }

    internal static HomeView PageOf(CommandReply reply, Uri? own) => new()
    {
        Blocks = reply switch
        {
            CommandReply.ShowsPage page => [.. page.Parts.SelectMany((part, index) => Blocks(part, isFirst: index == 0, own))],
            CommandReply.Says says => SlackBlocks.Of(says.Text, says.Buttons, own),
            _ => [],
        },
    };

    private static IEnumerable<Block> Blocks(PagePart part, bool isFirst, Uri? own) =>
    [
        .. isFirst ? [] : new Block[] { new DividerBlock() },
        new HeaderBlock { Text = new PlainText(part.Title) { Emoji = false } },
        .. SlackBlocks.Of(part.Text, part.Buttons, own),
    ];
}
