namespace EngageBot.Discord.Rest.Validation;

/// <summary>What channels, threads and posts may be called and how they may be set.</summary>
internal static class ChannelRules
{
    private static readonly int?[] Durations = [null, 60, 1_440, 4_320, 10_080];

    public static void Validate(ThreadProperties thread) => Validate(thread.Name, thread.AutoArchiveDuration, thread.RateLimitPerUser);

    public static void Validate(ForumPostProperties post)
    {
        Validate(post.Name, post.AutoArchiveDuration, post.RateLimitPerUser);
        Check.AtMost(DiscordLimits.AppliedTags, post.AppliedTags, "tags on the post");
        MessageRules.Validate(post.Message);
    }

    public static void Validate(ChannelEditProperties channel)
    {
        Validate(channel.Name ?? "unchanged", channel.AutoArchiveDuration, channel.RateLimitPerUser);
        Check.AtMost(DiscordLimits.AppliedTags, channel.AppliedTags, "tags on the post");
        Check.AtMost(DiscordLimits.AvailableTags, channel.AvailableTags, "tags in the forum");
        foreach (var tag in channel.AvailableTags ?? [])
        {
            Check.Between(1, DiscordLimits.TagName, tag.Name, "A tag's name");
        }
    }

    private static void Validate(string name, int? autoArchiveDuration, int? rateLimitPerUser)
    {
        Check.Between(1, DiscordLimits.ChannelName, name, "The name");
        Check.That(Durations.Contains(autoArchiveDuration), "A thread leaves the list after 60, 1,440, 4,320 or 10,080 minutes.");
        Check.Range(0, DiscordLimits.SlowMode, rateLimitPerUser, "The slow mode");
    }
}
