namespace EngageBot.Members;

/// <summary>What is kept of someone who opted out: that somebody wrote, and what it answered. Neither who nor what.</summary>
internal static class Consent
{
    /// <summary>The author to store; null for someone who opted out.</summary>
    public static long? Author(MemberEntry member) => member.OptedOut ? null : member.Key;

    /// <summary>The text to store; null for someone who opted out.</summary>
    public static string? Text(MemberEntry member, string text) => member.OptedOut ? null : text;
}
