namespace EngageBot.TestKit.FakeSlack;

/// <summary>The four kinds of conversation.</summary>
public enum FakeChannelKind
{
    Public,
    Private,

    /// <summary>Between two.</summary>
    Im,

    /// <summary>Between some.</summary>
    Mpim,
}
