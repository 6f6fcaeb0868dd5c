using EngageBot.Chat;

namespace EngageBot.TestKit;

/// <summary>The place and the day of most tests.</summary>
public static class TestTime
{
    public static readonly CommunityId Community = new(Platform.File, "test");

    /// <summary>How long to wait for what is bound to come: machines that run tests stand still at times.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>A Monday.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    public static ChannelId Channel(string name) => new(Community, name);

    public static MemberId Member(string name) => new(Community, name);
}
