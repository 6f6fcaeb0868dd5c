using EngageBot.EndToEndTests.Stories;

namespace EngageBot.EndToEndTests.Slack;

/// <summary>The story on Slack.</summary>
public sealed class StoryTests : StorySuite
{
    private protected override async Task<Story> BeginAsync(string rules) => await SlackStory.BeginAsync(rules);
}
