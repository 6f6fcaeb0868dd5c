namespace EngageBot.TestKit.FakeSlack;

/// <summary>A group of members who can be mentioned together.</summary>
internal sealed class FakeSlackUserGroup
{
    public required string Id { get; init; }

    /// <summary>What it is mentioned by.</summary>
    public required string Handle { get; set; }

    public bool IsDisabled { get; set; }

    public List<string> Members { get; } = [];
}
