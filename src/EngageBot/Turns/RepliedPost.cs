namespace EngageBot.Turns;

/// <summary>A post, by whom it is, and when somebody replied, unix milliseconds.</summary>
internal readonly record struct RepliedPost(long Post, long Author, long RepliedAt);
