using EngageBot.Chat;

namespace EngageBot.Outbox;

/// <summary>What the bot says without words: marks on a post, which are put on and taken off.</summary>
internal static class OutboxMarks
{
    /// <summary>Somebody looks at the post.</summary>
    public const string Eyes = "👀";

    public static bool IsMark(OutboxKind kind) => kind is OutboxKind.Tag or OutboxKind.Eyes;

    /// <summary>Twice is as good as once.</summary>
    public static Task<SendResult> SetAsync(IChatPlatform platform, OutboxEntry mark, bool isOn, CancellationToken cancellationToken) => mark.Kind == OutboxKind.Tag
        ? platform.TagAsync(mark.PostPlace!, isOn, cancellationToken)
        : platform.ReactAsync(mark.PostPlace!, Eyes, isOn, cancellationToken);
}
