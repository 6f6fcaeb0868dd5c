using EngageBot.EndToEndTests.Stories;

namespace EngageBot.EndToEndTests.Slack;

/// <summary>The story on Slack, where it sends requests to the program's own address.</summary>
public sealed class HttpStoryTests : StorySuite
{
    private protected override async Task<Story> BeginAsync(string rules) => await SlackStory.BeginAsync(await HttpTests.StartAsync(), slack => LiveBot.OverHttp(slack, rules));

    private protected override Task<Story> BeginAskingAsync() => SlackStory.BeginAskingAsync(overHttp: true);
}
