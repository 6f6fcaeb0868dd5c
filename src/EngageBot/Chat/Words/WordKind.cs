namespace EngageBot.Chat.Words;

/// <summary>What a part of a text is.</summary>
internal enum WordKind
{
    /// <summary>Letters, or letters with digits.</summary>
    Word,

    /// <summary>Digits alone.</summary>
    Number,

    /// <summary>An address on the web, with its scheme.</summary>
    Link,

    /// <summary>A platform's own mark for a member, a role or a channel.</summary>
    Mention,

    /// <summary>A picture, the platform's or Unicode's.</summary>
    Emoji,
}
