namespace EngageBot.Chat;

/// <summary>What is known of a message besides its text. The bits are stored: never change them.</summary>
[Flags]
public enum MessageTraits
{
    None = 0,

    /// <summary>Written by a bot.</summary>
    Bot = 1,

    /// <summary>Written through a webhook or an integration.</summary>
    Webhook = 2,

    /// <summary>Written by the platform: joins, pins, renames. Kept for the order of things; never a post and never a reply.</summary>
    System = 4,

    Edited = 8,

    HasAttachments = 16,

    /// <summary>A thread's reply that was also shown in the channel.</summary>
    ThreadBroadcast = 32,

    /// <summary>Somebody else's message, passed on.</summary>
    Forwarded = 64,

    /// <summary>Begins with the name of the one member it mentions: it is for him, and no question to all.</summary>
    Addressed = 128,

    /// <summary>By which its author took a post back. Known of a text that is not kept any more.</summary>
    Withdraws = 256,

    /// <summary>Can be answered with yes or no. Known of a text that is not kept any more.</summary>
    AsksYesOrNo = 512,
}
