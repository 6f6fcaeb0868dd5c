namespace EngageBot.TestKit.FakeDiscord;

/// <summary>What goes wrong with one dispatch.</summary>
public enum FakeFault
{
    None,

    /// <summary>It is in the session's history but never arrives, until a resume brings it.</summary>
    Lose,

    /// <summary>It arrives twice.</summary>
    Duplicate,

    /// <summary>It arrives after the one behind it.</summary>
    Reorder,
}
