using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>All routes; one without a placeholder stands before its likes.</summary>
internal static class FakeRestRoutes
{
    public static IReadOnlyList<FakeRestRoute> Of(FakeDiscordRest rest, FakeWorld world, FakeViolations violations)
    {
        var bot = new FakeBotRoutes(rest, world);
        var channels = new FakeChannelRoutes(world);
        var messages = new FakeMessageRoutes(world, violations);
        var threads = new FakeThreadRoutes(world, violations);
        var interactions = new FakeInteractionRoutes(world, violations);
        return [.. bot.All(), .. channels.All(), .. messages.All(), .. threads.All(), .. interactions.All()];
    }

    public static FakeRestRoute Get(string template, Func<FakeRestCall, FakeRestAnswer> handle, Permissions needs = Permissions.None) => new("GET", template, needs, handle);

    public static FakeRestRoute Post(string template, Func<FakeRestCall, FakeRestAnswer> handle, Permissions needs = Permissions.None) => new("POST", template, needs, handle);

    public static FakeRestRoute Put(string template, Func<FakeRestCall, FakeRestAnswer> handle, Permissions needs = Permissions.None) => new("PUT", template, needs, handle);

    public static FakeRestRoute Patch(string template, Func<FakeRestCall, FakeRestAnswer> handle, Permissions needs = Permissions.None) => new("PATCH", template, needs, handle);

    public static FakeRestRoute Delete(string template, Func<FakeRestCall, FakeRestAnswer> handle, Permissions needs = Permissions.None) => new("DELETE", template, needs, handle);
}
