using System.Text.Json.Nodes;
using EngageBot.Slack.Text;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeSlack;
using EngageBot.Texts;

namespace EngageBot.EndToEndTests.Slack;

/// <summary>A member opens his page in the app's home on a fake Slack, and changes how he wants it there.</summary>
public sealed class HomeTests
{
    public static TheoryData<string> Languages => [.. TextBook.Languages];

    [Theory, MemberData(nameof(Languages))]
    public async Task Who_opens_the_home_sees_his_page_in_the_language_of_the_community(string language)
    {
        var texts = TextBook.In(language);
        await using var slack = await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TestTime.Patience, TriggerLifetime = TestTime.Patience });
        var (workspace, channel, ada) = ListeningTests.Begin(slack);
        var bob = workspace.World.AddUser("bob");
        await using var bot = new LiveBot(slack, $$"""{ "Language": "{{language}}" }""");
        bot.Start();
        await ListeningTests.UntilListeningAsync(workspace, bot);
        await workspace.PostAsync(bob, channel, "How do I open the lid of the red box?");
        await bot.UntilStoredAsync(1);

        await workspace.OpenAppHomeAsync(ada);
        var page = await UntilAsync(bot, workspace, ada, texts["settings.no-helper"]);
        Assert.Equal([texts["home.inbox"], texts["home.me"], texts["home.settings"]], page.Headers);
        Assert.Contains("open the lid", page.Text, StringComparison.Ordinal);
        Assert.Contains(texts["me.none"], page.Text, StringComparison.Ordinal);

        await workspace.PressAsync(ada, page.Id, page.Button(texts["helper.button.on"]));
        page = await UntilAsync(bot, workspace, ada, texts["settings.helper"]);
        await workspace.PressAsync(ada, page.Id, page.Button(texts["settings.button.pause"]));
        page = await UntilAsync(bot, workspace, ada, texts["settings.button.resume"]);

        await workspace.PressAsync(ada, page.Id, page.Button(texts.Of("inbox.button.will", ("number", "1"))));
        var said = await OverAsync(bot, workspace, ada);
        Assert.Contains(texts["ask.will"], said.Text, StringComparison.Ordinal);
        await UntilAsync(bot, workspace, ada, texts["inbox.yours"]);
    }

    [Fact]
    public async Task What_is_pressed_in_a_form_over_the_home_is_answered_in_the_form_and_shows_on_the_page()
    {
        var texts = TextBook.In("en");
        await using var slack = await FakeSlack.StartAsync(new FakeSlackOptions { AckWithin = TestTime.Patience, TriggerLifetime = TestTime.Patience });
        var (workspace, _, ada) = ListeningTests.Begin(slack);
        await using var bot = new LiveBot(slack);
        bot.Start();
        await ListeningTests.UntilListeningAsync(workspace, bot);

        await workspace.OpenAppHomeAsync(ada);
        var page = await UntilAsync(bot, workspace, ada, texts["optout.button"]);
        await workspace.PressAsync(ada, page.Id, page.Button(texts["optout.button"]));
        var form = await OverAsync(bot, workspace, ada);
        Assert.Contains(texts["optout.ask"], form.Text, StringComparison.Ordinal);
        await workspace.PressAsync(ada, form.Id, form.Button(texts["optout.really"]));
        await bot.UntilAsync(async () => (await OverAsync(bot, workspace, ada)).Text.Contains(texts["optout.done"], StringComparison.Ordinal), "an answer in the form");

        page = await UntilAsync(bot, workspace, ada, texts["settings.left-out"]);
        await workspace.PressAsync(ada, page.Id, page.Button(texts["settings.button.return"]));
        await UntilAsync(bot, workspace, ada, texts["settings.no-helper"]);
    }

    /// <summary>His page, once these words stand on it.</summary>
    private static async Task<HomePage> UntilAsync(LiveBot bot, FakeWorkspace workspace, string user, string words)
    {
        HomePage? page = null;
        await bot.UntilAsync(() => Task.FromResult((page = Home(workspace, user))?.Text.Contains(words, StringComparison.Ordinal) is true), $"a page that says {words}");
        return page!;
    }

    /// <summary>The form that lies over it.</summary>
    private static async Task<HomePage> OverAsync(LiveBot bot, FakeWorkspace workspace, string user)
    {
        HomePage? form = null;
        await bot.UntilAsync(() => Task.FromResult((form = Form(workspace, user)) is not null), "a form over the page");
        return form!;
    }

    private static HomePage? Home(FakeWorkspace workspace, string user)
    {
        lock (workspace.World.Gate)
        {
            return workspace.World.Homes.TryGetValue(user, out var id) ? HomePage.Of(workspace.World.Views[id]) : null;
        }
    }

    private static HomePage? Form(FakeWorkspace workspace, string user)
    {
        lock (workspace.World.Gate)
        {
            return workspace.World.Modals.GetValueOrDefault(user) is [.., var id] ? HomePage.Of(workspace.World.Views[id]) : null;
        }
    }

    private sealed record HomePage(string Id, IReadOnlyList<string> Headers, string Text, IReadOnlyList<(string Label, string Id)> Buttons)
    {
        public static HomePage Of(JsonObject view)
        {
            var blocks = view["blocks"]!.AsArray().OfType<JsonObject>().ToList();
            var words = blocks.Where(block => block["text"] is not null).Select(block => Mrkdwn.Unescape(block["text"]!["text"]!.ToString()).Replace("\u2060", string.Empty, StringComparison.Ordinal));
            var buttons = blocks.Where(block => block["type"]!.ToString() == "actions").SelectMany(block => block["elements"]!.AsArray())
                .Select(button => (button!["text"]!["text"]!.ToString(), button["action_id"]!.ToString())).ToList();
            return new HomePage(
                view["id"]!.ToString(),
                [.. blocks.Where(block => block["type"]!.ToString() == "header").Select(block => block["text"]!["text"]!.ToString())],
                string.Join('\n', words.Concat(buttons.Select(button => button.Item1))),
                buttons);
        }

        public string Button(string label) => Buttons.Single(button => button.Label == label).Id;
    }
}
