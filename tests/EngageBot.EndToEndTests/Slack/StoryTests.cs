using EngageBot.EndToEndTests.Stories;

namespace EngageBot.EndToEndTests.Slack;

/// <summary>The story on Slack, over sockets.</summary>
public sealed class StoryTests : StorySuite
{
    private protected override async Task<Story> BeginAsync(string rules) => await SlackStory.BeginAsync(rules);

    private protected override Task<Story> BeginAskingAsync() => SlackStory.BeginAskingAsync(overHttp: false);
}
