namespace EngageBot.TestKit;

/// <summary>What befalls a call to the <see cref="FakeChatPlatform"/>.</summary>
public enum FakeFault
{
    None,
    Refuse,

    /// <summary>Refused for want of a permission.</summary>
    Forbid,
    PutOff,

    /// <summary>The request is lost: nothing is done, and nobody knows.</summary>
    LoseRequest,

    /// <summary>It is done, and nobody knows.</summary>
    LoseAnswer,

    /// <summary>The process dies before anything is done.</summary>
    DieBefore,

    /// <summary>The process dies while it looks at something; nothing where it does not look.</summary>
    DieLooking,

    /// <summary>It is done, and the process dies.</summary>
    DieAfter,
}
